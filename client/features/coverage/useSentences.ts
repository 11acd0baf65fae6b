import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import type { CoverageAudience } from '../../graphql/generated/graphql';
import type { SupplyUnit } from './coverageState';
import { decimalsOf } from './coverageMeasures';
import {
  isUnweighed,
  lacksAges,
  type CoverageAnswer,
  type CoverageUnit,
  type ScenarioAnswer,
} from './coverageUnits';

/** Sentences about units, in the language of the page. */
export function useSentences(
  answer: CoverageAnswer | undefined,
  audience: CoverageAudience,
  minutes: number,
  unit: SupplyUnit,
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
  const nearest = (place: CoverageUnit) => {
    if (place.nearestMinutes == null) return t('unit.noneAnywhere');
    const name = place.nearestActorId == null ? undefined : names.get(place.nearestActorId);
    const time = formats.duration(place.nearestMinutes);
    return name ? t('unit.nearestNamed', { name, time }) : t('unit.nearest', { time });
  };
  /** One sentence: what is in reach, for how many people, how far the nearest is. */
  const say = (place: CoverageUnit) => {
    if (place.access == null && (place.people == null || !answer || !isUnweighed(answer)))
      return t(lacksAges(place, false) ? 'unit.unknownAges' : 'unit.unknown', { name: place.name });
    if (place.access == null)
      return `${t(`unit.unweighed.${unit}`, { name: place.name, people: people(place.people) })} ${nearest(place)}`;
    const inReach =
      place.access === 0
        ? t('unit.nothing', { name: place.name, minutes, people: people(place.people) })
        : t('unit.access', {
            context: unit,
            count: place.access,
            name: place.name,
            access: formats.number(place.access, decimalsOf(place.access)),
            people: people(place.people),
          });
    return `${inReach} ${nearest(place)}`;
  };
  /** What a scenario changes there; nothing to say where it changes nothing. */
  const sayChange = (change: ScenarioAnswer['units'][number] | undefined) =>
    change?.after == null || !((change.gain ?? 0) > 1e-9)
      ? null
      : t('unit.change', {
          before: formats.number(change.before ?? null, decimalsOf(change.after)),
          after: formats.number(change.after, decimalsOf(change.after)),
        });
  /** That no weight is known at all; null where some is, or where all count alike. */
  const unknown =
    answer && unit !== 'EQUAL' && isUnweighed(answer)
      ? t(`weights.none.${unit}`, { count: answer.notes.points, points: formats.number(answer.notes.points) })
      : null;
  return { people, nearest, say, sayChange, unknown, unit };
}
