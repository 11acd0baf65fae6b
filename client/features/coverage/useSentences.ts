import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import type { CoverageAudience } from '../../graphql/generated/graphql';
import type { CoverageAnswer, CoverageUnit, ScenarioAnswer } from './coverageUnits';

/** Sentences about units, in the language of the page. */
export function useSentences(
  answer: CoverageAnswer | undefined,
  audience: CoverageAudience,
  minutes: number,
) {
  const { t } = useTranslation('coverage');
  const formats = useFormats();
  const names = new Map(answer?.supply.map(({ actorId, name }) => [actorId, name]));
  const isEstimated = answer?.notes.peopleEstimated === true;
  const people = (count: number | null | undefined) => {
    const counted = t(`people.${audience}`, {
      count: Math.round(count ?? 0),
      number: formats.number(Math.round(count ?? 0)),
    });
    return isEstimated ? t('people.estimated', { people: counted }) : counted;
  };
  const nearest = (unit: CoverageUnit) => {
    if (unit.nearestMinutes == null) return t('unit.noneAnywhere');
    const name = unit.nearestActorId == null ? undefined : names.get(unit.nearestActorId);
    const time = formats.duration(unit.nearestMinutes);
    return name ? t('unit.nearestNamed', { name, time }) : t('unit.nearest', { time });
  };
  /** One sentence: what is in reach, for how many people, how far the nearest is. */
  const say = (unit: CoverageUnit) => {
    if (unit.access == null) return t('unit.unknown', { name: unit.name });
    const inReach =
      unit.access === 0
        ? t('unit.nothing', { name: unit.name, minutes, people: people(unit.people) })
        : t('unit.access', {
            name: unit.name,
            access: formats.number(unit.access, 2),
            people: people(unit.people),
          });
    return `${inReach} ${nearest(unit)}`;
  };
  /** What a scenario changes there; nothing to say where it changes nothing. */
  const sayChange = (change: ScenarioAnswer['units'][number] | undefined) =>
    change?.after == null || !((change.gain ?? 0) > 1e-9)
      ? null
      : t('unit.change', {
          before: formats.number(change.before ?? null, 2),
          after: formats.number(change.after, 2),
        });
  return { people, nearest, say, sayChange };
}
