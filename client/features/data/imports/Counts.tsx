import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../../components/display/Figure';
import type { CountsPartsFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';

/** What rows can become, in the order in which one reads them. */
export const outcomes = ['REJECTED', 'CREATED', 'UPDATED', 'REMOVED', 'UNCHANGED'] as const;

/** What becomes of a row. */
export type Outcome = (typeof outcomes)[number];

/** How many rows become what, by outcome. */
export function countOf(counts: CountsPartsFragment, outcome: Outcome): number {
  const { created, updated, unchanged, removed, rejected } = counts;
  return { CREATED: created, UPDATED: updated, UNCHANGED: unchanged, REMOVED: removed, REJECTED: rejected }[
    outcome
  ];
}

/** How many rows would change: created, updated, removed. */
export function changesOf({ created, updated, removed }: CountsPartsFragment): number {
  return created + updated + removed;
}

/** The five counts of a report, as figures. */
export function CountFigures({ counts }: { counts: CountsPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  return (
    <Figures>
      {outcomes.map((outcome) => (
        <Figure
          key={outcome}
          label={t(`outcome.${outcome}`)}
          value={formats.number(countOf(counts, outcome))}
          note={t(`outcomeMeaning.${outcome}`)}
        />
      ))}
    </Figures>
  );
}
