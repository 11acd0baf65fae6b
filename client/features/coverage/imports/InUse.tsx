import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Row, Rows } from '../../../components/display/Rows';
import type { CoverageReferencePartsFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageAnswers } from '../useCoverage';
import { FiguresSource } from './FiguresSource';
import styles from './Imports.module.css';

type Shown = NonNullable<CoverageAnswers['imports']>;

/** Properties of what is in use: what was imported, and what has it forgotten; null while one may not write. */
export interface InUseProps {
  imports: Shown;
  onForget: (() => void) | null;
}

/** Which communes have ages of the census, of which year and from whom; the others are estimated. */
export function AgesInUse({ imports, onForget }: InUseProps) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const { communes, ages } = imports;
  const measured = ages.reduce((sum, { communes: count }) => sum + count, 0);
  return (
    <div className={styles.use}>
      <p>
        {t('imports.ages.use', {
          count: measured,
          measured: number(measured),
          share: percent(communes > 0 ? measured / communes : 0),
          estimated: number(communes - measured),
        })}
      </p>
      {ages.map(({ year, communes: count, figuresSource }) => (
        <p key={year ?? 0}>
          {t(year == null ? 'imports.ages.undated' : 'imports.ages.vintage', {
            count,
            year,
            number: number(count),
          })}{' '}
          <FiguresSource source={figuresSource} />
        </p>
      ))}
      {measured > 0 && <Forget onForget={onForget} />}
    </div>
  );
}

/** How many travel times were imported, from whom; the others are those of the model. */
export function TravelInUse({ imports, onForget }: InUseProps) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const { communes, travelTimes } = imports;
  if (!travelTimes) return <p className={styles.use}>{t('imports.travel-times.none')}</p>;
  return (
    <div className={styles.use}>
      <p>
        {t('imports.travel-times.use', {
          count: travelTimes.pairs,
          pairs: number(travelTimes.pairs),
          communes: number(travelTimes.communes),
          share: percent(communes > 0 ? travelTimes.communes / communes : 0),
        })}{' '}
        <FiguresSource source={travelTimes.figuresSource} />
      </p>
      <Forget onForget={onForget} />
    </div>
  );
}

/** The territories that one may compare with, each with its figures and who says them. */
export function ReferencesInUse({
  imports,
  onForget,
}: {
  imports: Shown;
  onForget: ((id: string) => void) | null;
}) {
  const { t } = useTranslation('coverage');
  if (imports.references.length === 0) return <p className={styles.use}>{t('imports.references.none')}</p>;
  return (
    <Rows label={t('imports.references.title')}>
      {imports.references.map((reference) => (
        <ReferenceRow key={reference.referenceId} reference={reference} onForget={onForget} />
      ))}
    </Rows>
  );
}

function ReferenceRow({
  reference,
  onForget,
}: {
  reference: CoverageReferencePartsFragment;
  onForget: ((id: string) => void) | null;
}) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const { referenceId, name, level, actors, population, counts, figuresSource } = reference;
  return (
    <Row
      title={`${name} — ${t(`against.level.${level}`)}`}
      detail={
        <>
          {[
            actors == null
              ? t('against.actorsUnknown')
              : t('against.actors', { count: actors, number: number(actors) }),
            population == null
              ? t('against.peopleUnknown')
              : t('against.people', { count: population, number: number(population) }),
            t('against.counts', { count: counts, number: number(counts) }),
          ].join(' · ')}
          <br />
          <FiguresSource source={figuresSource} />
        </>
      }
      end={onForget && <Forget name={name} onForget={() => onForget(referenceId)} />}
    />
  );
}

function Forget({ name, onForget }: { name?: string; onForget: (() => void) | null }) {
  const { t } = useTranslation('coverage');
  if (!onForget) return null;
  return (
    <Button small look="danger" aria-label={name && t('imports.forgetNamed', { name })} onClick={onForget}>
      {t('imports.forget')}
    </Button>
  );
}
