import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { useFormats } from '../../../i18n/useLanguage';
import { useWideScreen } from '../../../lib/useMediaQuery';
import { phases } from '../../../lib/phases';
import { exploreCodecs } from '../state/exploreState';
import type { TintClass } from '../state/tints';
import type { Explore } from '../state/useExplore';
import styles from './CanvasLegend.module.css';

/** A figure with the three digits that count, and no decimal where it is whole. */
function useFigure(): (value: number) => string {
  const formats = useFormats();
  return (value) => {
    const digits = Number.isInteger(value) ? 0 : 2 - Math.floor(Math.log10(Math.abs(value)));
    return formats.number(value, Math.min(8, Math.max(0, digits)));
  };
}

function useClassName(): (each: TintClass) => string {
  const { t } = useTranslation('explore');
  const figure = useFigure();
  return ({ from, to, group, world }) => {
    if (world) return t(`legend.world.${world}`);
    if (group === null) return t('legend.otherGroups');
    if (group !== undefined) return t('legend.group', { number: group + 1 });
    if (from === undefined || to === undefined) return '';
    return from === to ? figure(to) : t('legend.range', { from: figure(from), to: figure(to) });
  };
}

function TintLines({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const nameOf = useClassName();
  const { tinted } = explore.look;
  if (!tinted) return <p className={styles.note}>{t('legend.coming')}</p>;
  return (
    <ul className={styles.lines}>
      {tinted.classes.map((each) => (
        <li key={`${each.tint.fill} ${nameOf(each)}`} className={styles.line}>
          <span className={styles.swatch} style={{ background: `var(--${each.tint.fill})` }} aria-hidden />
          <span>{nameOf(each)}</span>
          <span className={styles.count}>{formats.number(each.count)}</span>
        </li>
      ))}
      {tinted.unknown > 0 && (
        <li className={styles.line}>
          <span className={styles.swatch} aria-hidden />
          <span>{t('legend.unknown')}</span>
          <span className={styles.count}>{formats.number(tinted.unknown)}</span>
        </li>
      )}
    </ul>
  );
}

/** What the colour of actors says, by its lines. */
function ColourPart({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { couleur } = explore.state;
  if (couleur === 'none') return null;
  const measure = explore.look.choices.find(({ id }) => id === couleur);
  const title = measure?.label ?? t(`colour.${couleur}`, { defaultValue: couleur });
  return (
    <section>
      <h3 className={styles.title}>{t('legend.colour', { what: title })}</h3>
      {couleur === 'phase' ? (
        <ul className={styles.lines}>
          {phases.map((phase) => (
            <li key={phase}>
              <PhaseMark phase={phase} size={14} />
            </li>
          ))}
        </ul>
      ) : couleur === 'community' ? (
        <p className={styles.note}>{t('legend.byCommunity')}</p>
      ) : (
        <TintLines explore={explore} />
      )}
    </section>
  );
}

/** What the size of actors says. */
function SizePart({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const figure = useFigure();
  const { state, look } = explore;
  const measure = look.choices.find(({ id }) => id === state.taille);
  if (state.taille === 'equal') return null;
  const title = measure?.label ?? t(`size.${state.taille}`, { defaultValue: state.taille });
  return (
    <section>
      <h3 className={styles.title}>{t('legend.size', { what: title })}</h3>
      {look.sized && (
        <p className={styles.note}>
          {t('legend.range', { from: figure(look.sized.least), to: figure(look.sized.most) })}
        </p>
      )}
    </section>
  );
}

/** What colour and size say, in a corner of the picture; closed where there is little room and while both say what is usual. */
export function CanvasLegend({ explore, ref }: { explore: Explore; ref?: Ref<HTMLDetailsElement> }) {
  const { t } = useTranslation('explore');
  const wide = useWideScreen();
  const { couleur, taille } = explore.state;
  const isUsual = couleur === exploreCodecs.couleur.fallback && taille === exploreCodecs.taille.fallback;
  return (
    <details ref={ref} className={styles.legend} open={wide && !isUsual} data-print="keep">
      <summary>{t('legend.label')}</summary>
      <ColourPart explore={explore} />
      <SizePart explore={explore} />
    </details>
  );
}
