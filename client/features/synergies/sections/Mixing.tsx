import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../components/controls/Segmented';
import { Section } from '../../../components/frame/Page';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { SetUrlState } from '../../../lib/useUrlState';
import { HeatMatrix, type HeatClass } from '../../../views/charts/HeatMatrix';
import { standOf, toMixingMatrix } from '../answers';
import { categories, type synergiesCodecs, type SynergiesState } from '../synergiesState';
import { LeftOut } from './LeftOut';
import styles from './Mixing.module.css';

/** Properties of {@link Mixing}. */
export interface MixingProps {
  answer: NonNullable<SynergiesQuery['mixing']>;
  category: SynergiesState['croiser'];
  /** Départements where the region was made of no former ones: these are not offered then. */
  place: 'formerRegion' | 'department' | null;
  setState: SetUrlState<typeof synergiesCodecs>;
}

const heats: Record<ReturnType<typeof standOf>, HeatClass> = {
  muchLess: 1,
  less: 2,
  asChance: 3,
  more: 4,
  muchMore: 5,
  unknown: null,
};

/** Categories shown at most: a matrix of all families would not be read. */
const mostShown = 12;

/** Who meets whom, beside what chance would give. */
export function Mixing({ answer, category, place, setState }: MixingProps) {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const labelOf = useCategoryLabels(category);
  const { names, cellOf } = toMixingMatrix(answer.tables[0]?.rows ?? []);
  const shown = names.slice(0, mostShown);
  const cells = shown.map((a) =>
    shown.map((b) => {
      const cell = cellOf(a, b);
      if (!cell)
        return { heat: null, text: '', sentence: t('mixing.none', { a: labelOf(a), b: labelOf(b) }) };
      const stand = standOf(cell);
      const values = {
        a: labelOf(a),
        b: labelOf(b),
        observed: number(cell.observed),
        expected: number(cell.expected, 1),
        stand: t(`mixing.stand.${stand}`),
      };
      return { heat: heats[stand], text: t('mixing.cell', values), sentence: t('mixing.sentence', values) };
    }),
  );
  return (
    <Section title={t('mixing.title')} lead={t('mixing.lead')}>
      <div className={styles.by}>
        <Segmented
          label={t('mixing.by')}
          value={category}
          onChange={(croiser) => setState({ croiser })}
          segments={categories
            .filter((value) => value !== 'formerRegion' || place !== 'department')
            .map((value) => ({ value, label: t(`mixing.${value}`) }))}
        />
      </div>
      <HeatMatrix
        caption={t('mixing.caption')}
        scale="diverging"
        rowLabels={shown.map(labelOf)}
        columnLabels={shown.map(labelOf)}
        cells={cells}
      />
      {names.length > shown.length && (
        <p>
          {t('mixing.hidden', {
            count: names.length - shown.length,
            number: number(names.length - shown.length),
          })}
        </p>
      )}
      <LeftOut parts={answer.leftOut} />
    </Section>
  );
}

function useCategoryLabels(category: SynergiesState['croiser']): (name: string) => string {
  const family = useVocabulary('actorFamily');
  const phase = useVocabulary('phase');
  if (category === 'family') return family.label;
  if (category === 'phase') return phase.label;
  return (name) => name;
}
