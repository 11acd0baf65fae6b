import { ChevronUp, Printer, Share2, Users, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, ButtonLink } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseShape } from '../../../components/display/PhaseMark';
import { ShareLink } from '../../../components/display/ShareLink';
import { canvasPath } from '../../../components/facts/canvasPath';
import { SidePanel } from '../../../components/overlays/SidePanel';
import type { BriefPartsFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { isPhase } from '../../../lib/phases';
import type { StateProps } from '../partnersState';
import type { NeedCover } from '../trayCover';
import { useWording } from '../wording';
import styles from './Tray.module.css';

/** Properties of {@link Tray}. */
export interface TrayProps extends StateProps {
  brief: BriefPartsFragment | undefined;
  /** What the team covers, need by need. */
  cover: readonly NeedCover[];
  /** Where the panel would hide the page: what closes it. */
  onClose?: () => void;
}

/** How much of the project the team covers, in a sentence. */
function useCovered(cover: readonly NeedCover[]): string {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const covered = cover.filter(({ by }) => by.length > 0).length;
  if (cover.length === 1) return t(covered === 1 ? 'tray.onlyCovered' : 'tray.onlyMissing');
  return cover.length === 0
    ? t('tray.noNeed')
    : t('tray.covered', { count: covered, covered: number(covered), of: number(cover.length) });
}

/** The tray of a narrow screen while it is closed: one line that opens it. */
export function TrayBar({ cover, onOpen }: { cover: readonly NeedCover[]; onOpen: () => void }) {
  const { t } = useTranslation('partners');
  return (
    <button type="button" className={styles.bar} onClick={onOpen} data-print="hide">
      <span>{useCovered(cover)}</span>
      <span className={styles.open}>
        {t('tray.open')}
        <ChevronUp size={18} aria-hidden />
      </span>
    </button>
  );
}

/** The team being built, and what it still lacks. */
export function Tray({ state, setState, brief, cover, onClose }: TrayProps) {
  const { t } = useTranslation('partners');
  const subtitle = useCovered(cover);
  return (
    <div className={styles.tray} data-print="hide">
      <SidePanel
        title={t('tray.title')}
        onClose={onClose}
        subtitle={<p className={styles.subtitle}>{subtitle}</p>}
        footer={<Actions state={state} setState={setState} />}
      >
        <Members state={state} setState={setState} />
        <Needs cover={cover} brief={brief} />
      </SidePanel>
    </div>
  );
}

function Members({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const { actor, family } = useWording();
  if (state.equipe.length === 0) return <p className={styles.empty}>{t('tray.empty')}</p>;
  return (
    <ul className={styles.members} aria-label={t('tray.members')}>
      {state.equipe.map((id) => (
        <li key={id}>
          <FamilyIcon family={family(id) ?? 'OTHER'} size={18} />
          <Link to={`/acteurs/${encodeURIComponent(id)}`}>{actor(id)}</Link>
          <IconButton
            label={t('tray.remove', { name: actor(id) })}
            icon={<X size={16} aria-hidden />}
            onClick={() => setState({ equipe: state.equipe.filter((other) => other !== id) })}
          />
        </li>
      ))}
    </ul>
  );
}

function Needs({ cover, brief }: Pick<TrayProps, 'cover' | 'brief'>) {
  const { t } = useTranslation('partners');
  const { list } = useFormats();
  const { competence, actor } = useWording();
  if (cover.length === 0) return null;
  const names = (ids: readonly string[]) => list(ids.map(actor), 'and');
  return (
    <div>
      <h3 className={styles.title}>{t('tray.needs')}</h3>
      <ul className={styles.needs}>
        {cover.map(({ competenceId, phase, by, partly }) => (
          <li key={competenceId} data-covered={by.length > 0 || undefined}>
            {isPhase(phase) && <PhaseShape phase={phase} size={14} hollow={by.length === 0} />}
            <span>
              {competence(competenceId)}
              <span className={styles.by}>
                {by.length > 0
                  ? t('tray.by', { names: names(by) })
                  : partly.length > 0
                    ? t('tray.partly', { names: names(partly) })
                    : t('tray.missing')}
              </span>
            </span>
          </li>
        ))}
        {brief?.held.map(({ competenceId, citation }) => (
          <li key={competenceId} data-covered>
            <span className={styles.held} aria-hidden />
            <span>
              {competence(competenceId)}
              <span className={styles.by}>{t('tray.by', { names: actor(citation.from) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Actions({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const people = [...(state.acteur ? [state.acteur] : []), ...state.avec, ...state.equipe];
  return (
    <>
      {state.onglet !== 'equipes' && (
        <Button
          small
          look="primary"
          icon={<Users size={16} aria-hidden />}
          onClick={() => setState({ onglet: 'equipes' })}
        >
          {t('tray.propose')}
        </Button>
      )}
      <Button small icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
        {t('tray.print')}
      </Button>
      {people.length > 0 && (
        <ButtonLink small to={canvasPath('actor', ...people)} icon={<Share2 size={16} aria-hidden />}>
          {t('tray.canvas')}
        </ButtonLink>
      )}
      <ShareLink compact />
    </>
  );
}
