import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  HomeNeedDocument,
  HomeSummaryDocument,
  HomeUnreachedDocument,
  HomeUntiedDocument,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';

/** One sentence that the graph says now; null while it comes, and when it cannot be said. */
export interface LiveSentence {
  text: string | null;
  loading: boolean;
}

/** What the third question asks: who, under 25, has nothing within this many minutes by car. */
const MINUTES = 15;

/** The need expressed last, in the words of those who expressed it. */
export function useNeedSentence(): LiveSentence {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const { data, loading } = useQuery(HomeNeedDocument);
  const summary = useQuery(HomeSummaryDocument).data?.graphSummary;
  const need = data?.needs[0];
  if (!need || !summary) return { text: null, loading };
  const count = summary.needs;
  const text = t('whom.sentence', {
    count,
    written: formats.number(count),
    statement: need.statementFr,
    year: need.year ?? formats.date(null),
  });
  return { text, loading };
}

/** How many laboratories have no known tie but to those that supervise them. */
export function useUntiedSentence(): LiveSentence {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const { data, loading } = useQuery(HomeUntiedDocument);
  const summary = useQuery(HomeSummaryDocument).data?.graphSummary;
  if (!data || !summary || summary.labs === 0) return { text: null, loading };
  const count = data.untiedLabs.totalCount;
  const text = t('ties.sentence', {
    count,
    written: formats.number(count),
    labs: formats.number(summary.labs),
    partnerships: formats.number(summary.partnerships),
  });
  return { text, loading };
}

interface Reach {
  name: string;
  people: number | null;
  peopleWithNothing: number;
}

/** The place where most people have nothing, among those where it is so for more than half; else among all. */
function leastReached(units: readonly Reach[]): Reach | null {
  const someone = units.filter((unit) => unit.peopleWithNothing >= 1);
  const most = someone.filter((unit) => unit.peopleWithNothing > (unit.people ?? 0) / 2);
  const candidates = most.length > 0 ? most : someone;
  return candidates.reduce<Reach | null>(
    (worst, unit) => (unit.peopleWithNothing > (worst?.peopleWithNothing ?? 0) ? unit : worst),
    null,
  );
}

/** How many people under 25 have no place of mediation near, and where most of them live. */
export function useUnreachedSentence(): LiveSentence {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const { data, loading } = useQuery(HomeUnreachedDocument, {
    variables: { input: { audience: 'UNDER_25', minutes: MINUTES } },
  });
  const coverage = data?.coverage;
  // Where nobody's age is known, nobody can be said to be reached or not.
  if (!coverage || !coverage.regionPeople) return { text: null, loading };
  const worst = leastReached(coverage.units);
  const people = Math.round(coverage.regionPeopleWithNothing);
  if (!worst) return { text: t('nowhere.all', { minutes: formats.duration(MINUTES) }), loading };
  const text = t('nowhere.sentence', {
    count: people,
    written: formats.number(people, 0),
    minutes: formats.duration(MINUTES),
    place: worst.name,
    there: formats.number(Math.round(worst.peopleWithNothing)),
    of: formats.number(Math.round(worst.people ?? 0)),
  });
  return { text, loading };
}
