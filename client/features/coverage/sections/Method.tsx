import { Trans, useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import type { CoverageDecay } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { SupplyUnit } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import styles from './Method.module.css';

/** How it is computed: the formula, its parameters, the sources, and what was left out. */
export function Method({
  answer,
  minutes,
  decay,
  unit,
}: {
  answer: CoverageAnswer;
  minutes: number;
  decay: CoverageDecay;
  unit: SupplyUnit;
}) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const band = (k: number) => number(Math.round((k * minutes * 10) / 3) / 10);
  const left = useLeftOut(answer, unit);
  return (
    <Disclosure summary={t('method.title')}>
      <div className={styles.method}>
        <p>{t('method.words')}</p>
        <p className={styles.formula}>
          <Trans t={t} i18nKey="method.formula" components={{ sub: <sub /> }} />
        </p>
        <p>
          {t(`method.decay.${decay}`, {
            first: band(1),
            second: band(2),
            third: band(3),
            half: number(minutes / 2, 1),
          })}
        </p>
        <p>{t('method.speed')}</p>
        <ul>
          {left.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{t('method.import')}</p>
        <p>{t('method.sources')}</p>
        <p>
          <Trans
            t={t}
            i18nKey="method.reference"
            components={{
              a: (
                // eslint-disable-next-line jsx-a11y/anchor-has-content -- the text comes from the catalogue
                <a
                  href="https://doi.org/10.1016/j.healthplace.2009.06.002"
                  rel="noreferrer"
                  target="_blank"
                />
              ),
            }}
          />
        </p>
      </div>
    </Disclosure>
  );
}

/** What was counted, what was left out, and how the rest is known: a sentence each. */
function useLeftOut({ notes }: CoverageAnswer, unit: SupplyUnit): string[] {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  return [
    t('method.points', { count: notes.points, number: number(notes.points) }),
    t('method.unknownPlace', {
      count: notes.pointsOfUnknownPlace,
      number: number(notes.pointsOfUnknownPlace),
    }),
    ...(notes.pointsOfUnknownWeight > 0
      ? [
          t(notes.assumedWeight == null ? 'method.noWeight' : 'method.unknownWeight', {
            count: notes.pointsOfUnknownWeight,
            number: number(notes.pointsOfUnknownWeight),
          }),
        ]
      : []),
    t('method.toDeclare', { count: notes.actorsToDeclare, number: number(notes.actorsToDeclare) }),
    t('method.unknownPeople', {
      count: notes.communesOfUnknownPeople,
      number: number(notes.communesOfUnknownPeople),
    }),
    t('method.ages', {
      count: notes.communesOfEstimatedAges,
      measured: number(notes.communesOfMeasuredAges),
      estimated: number(notes.communesOfEstimatedAges),
    }),
    ...(notes.communesOfEstimatedAges > 0 ? [t('method.estimated')] : []),
    t('method.travel', { computed: number(notes.greatCirclePairs), imported: number(notes.importedPairs) }),
    ...(notes.supply == null
      ? []
      : [
          t('method.conserved', {
            context: unit,
            supply: number(notes.supply, 1),
            reached: number(notes.reachedSupply ?? null, 1),
          }),
        ]),
  ];
}
