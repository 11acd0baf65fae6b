import { CircleHelp } from 'lucide-react';
import { useVocabulary } from '../../i18n/useVocabulary';
import { familyShape, type FamilyShape } from '../../lib/families';
import { familyIcons } from './familyIcons';
import styles from './FamilyIcon.module.css';

const outlines: Record<FamilyShape, string> = {
  hexagon: 'M10 2.5h16L34.5 18 26 33.5H10L1.5 18Z',
  rectangle: 'M3.5 3.5h29v29h-29Z',
  ellipse: 'M18 2a16 16 0 1 1 0 32 16 16 0 0 1 0-32Z',
  pentagon: 'M18 1.8 34.2 13.6 28 33H8L1.8 13.6Z',
  octagon: 'M11.5 2.5h13l9 9v13l-9 9h-13l-9-9v-13Z',
  diamond: 'M18 .8 35.2 18 18 35.2.8 18Z',
  'round-rectangle': 'M11 3h14a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H11a8 8 0 0 1-8-8V11a8 8 0 0 1 8-8Z',
};

/** Properties of {@link FamilyIcon}. */
export interface FamilyIconProps {
  /** Identifier of the family (`MUSEUM`); one that is not known gets a question mark. */
  family: string;
  /** Side in pixels; 28 unless told. */
  size?: number;
  /** Says the name of the family to screen readers; leave out where the name is written beside. */
  named?: boolean;
}

/** The family of an actor: an icon in the outline of its world (research, heritage, nature…). */
export function FamilyIcon({ family, size = 28, named = false }: FamilyIconProps) {
  const label = useVocabulary('actorFamily').label(family);
  const Icon = familyIcons[family] ?? CircleHelp;
  const inner = Math.round(size * 0.52);
  return (
    <span
      className={styles.icon}
      style={{ width: size, height: size }}
      role={named ? 'img' : undefined}
      aria-label={named ? label : undefined}
      aria-hidden={named ? undefined : true}
    >
      <svg width={size} height={size} viewBox="0 0 36 36">
        <path d={outlines[familyShape(family)]} />
      </svg>
      <Icon size={inner} strokeWidth={size < 28 ? 2 : 1.75} />
    </span>
  );
}

/** The family of an actor with its name: icon, then words. */
export function FamilyMark({ family, size = 24 }: { family: string; size?: number }) {
  const label = useVocabulary('actorFamily').label(family);
  return (
    <span className={styles.mark}>
      <FamilyIcon family={family} size={size} />
      <span>{label}</span>
    </span>
  );
}
