import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../../../components/display/Rows';
import { useFormats } from '../../../i18n/useLanguage';
import { sortLeastServed, type CoverageAnswer, type CoverageUnit } from '../coverageUnits';
import type { useSentences } from '../useSentences';

/** Properties of {@link LeastServed}. */
export interface LeastServedProps {
  answer: CoverageAnswer;
  sentences: ReturnType<typeof useSentences>;
  selected: string | null;
  onSelect: (id: string) => void;
}

const shown = 12;

/** The list that matters: the units least served, with how many people and what is nearest. */
export function LeastServed({ answer, sentences, selected, onSelect }: LeastServedProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const units = sortLeastServed(answer.units).slice(0, shown);
  const end = ({ access }: CoverageUnit) => (access === 0 ? t('least.nothing') : number(access ?? null, 2));
  return (
    <section aria-labelledby="least-served">
      <h3 id="least-served">{t(`least.${answer.level}`)}</h3>
      <Rows label={t(`least.${answer.level}`)} ranked>
        {units.map((unit) => (
          <Row
            key={unit.territoryId}
            title={unit.name}
            detail={`${sentences.people(unit.people)} · ${sentences.nearest(unit)}`}
            end={end(unit)}
            selected={unit.territoryId === selected}
            onChoose={() => onSelect(unit.territoryId)}
          />
        ))}
      </Rows>
    </section>
  );
}
