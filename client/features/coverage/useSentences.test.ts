import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import { toSupplyUnit, type CoverageState, type SupplyUnit } from './coverageState';
import type { CoverageAnswer, CoverageUnit } from './coverageUnits';
import { shade } from './coverageMeasures';
import { useLegendLines } from './useLegendLines';
import { useSentences } from './useSentences';

const asked = (over: Partial<CoverageState>) =>
  ({
    poids: 'EQUAL',
    offre: 'SUR_PLACE',
    du: '',
    au: '',
    phases: [],
    familles: [],
    themes: [],
    competences: [],
    ...over,
  }) as unknown as CoverageState;

test.each<[Partial<CoverageState>, SupplyUnit]>([
  [{}, 'EQUAL'],
  [{ poids: 'CAPACITY' }, 'CAPACITY'],
  [{ poids: 'OPENING' }, 'OPENING'],
  [{ poids: 'ATTENDANCE' }, 'ATTENDANCE'],
  [{ poids: 'ATTENDANCE', offre: 'RECUE' }, 'ATTENDANCE'],
  [{ poids: 'ATTENDANCE', offre: 'RECUE', du: '2018-01-01', au: '2018-12-31' }, 'VISITS'],
  [{ poids: 'EQUAL', offre: 'RECUE', du: '2018-01-01', au: '2018-12-31' }, 'EQUAL'],
])('%j is counted in %s', (over, unit) => {
  expect(toSupplyUnit(asked(over))).toBe(unit);
});

const place = { name: 'CC', access: 2.5, people: 3, nearestMinutes: 5 } as CoverageUnit;
const answer = { supply: [], notes: { peopleEstimated: true } } as unknown as CoverageAnswer;

test.each<[SupplyUnit, RegExp, string]>([
  ['EQUAL', /2,5 acteurs accessibles/, 'Acteurs accessibles pour 10 000 personnes'],
  ['CAPACITY', /2,5 places d’accueil accessibles/, 'Places d’accueil accessibles pour 10 000 personnes'],
  ['OPENING', /heures d’ouverture par semaine/, 'Heures d’ouverture par semaine accessibles'],
  ['ATTENDANCE', /2,5 visites par an accessibles/, 'Visites par an accessibles pour 10 000 personnes'],
  ['VISITS', /2,5 visites accessibles/, 'Visites accessibles pour 10 000 personnes'],
])('under %s, sentences and names of measures say what is counted', (unit, sentence, name) => {
  const { result } = renderHook(() => useSentences(answer, 'UNDER_25', 30, unit));
  expect(result.current.say(place)).toMatch(sentence);
  expect(i18next.t('coverage:measure.acces', { context: unit })).toContain(name);
  const named = ['measure.surPlace', 'measure.apres', 'measure.gain', 'table.access', 'table.perHead'].map(
    (key) => i18next.t(`coverage:${key}`, { context: unit }),
  );
  for (const text of named) expect(/^(acteurs|sur place|gain d’accès)/i.test(text)).toBe(unit === 'EQUAL');
});

test('brackets are not nested', () => {
  const { result } = renderHook(() => useSentences(answer, 'UNDER_25', 30, 'EQUAL'));
  expect(result.current.say(place)).toContain('; ici, 3 jeunes de 0 à 24 ans (estimation). Le plus proche');
});

test('one only is told in the singular', () => {
  const { result } = renderHook(() => useSentences(answer, 'UNDER_25', 30, 'ATTENDANCE'));
  expect(result.current.say({ ...place, access: 0.4 })).toContain('0,4 visite par an accessible pour');
});

test('where no weight is known a unit is neither without anything nor of unknown people', () => {
  const notes = { peopleEstimated: false, assumedWeight: null, points: 129 };
  const blind = { supply: [], notes } as unknown as CoverageAnswer;
  const { result } = renderHook(() => useSentences(blind, 'ALL', 30, 'CAPACITY'));
  expect(result.current.unknown).toMatch(/^Aucune capacité d’accueil n’est connue sur 129 lieux/);
  const say = (access: number | null) => result.current.say({ ...place, access });
  expect(say(null)).toMatch(/quelque chose est à portée de 3 habitants, on ignore pour combien de places/);
  expect(say(0)).toMatch(/rien à moins de 30 min/);
});

/** Contours that never come: the legend goes without them. */
const withoutContours = () => {
  globalThis.fetch = () => new Promise(() => undefined);
};

test('where how many live there is known, what is unknown is their ages, in the sentence and in the legend', () => {
  withoutContours();
  const notes = { peopleEstimated: false, assumedWeight: 1, points: 1 };
  const unit = (territoryId: string, population: number | null) =>
    ({ territoryId, name: territoryId, access: null, people: null, young: null, population }) as CoverageUnit;
  const units = [unit('A', 12), unit('B', 7), unit('C', null)];
  const ageless = { supply: [], classes: [], notes, units } as unknown as CoverageAnswer;
  const { result } = renderHook(() => useSentences(ageless, 'UNDER_25', 30, 'EQUAL'));
  expect(units.map((one) => result.current.say(one))).toEqual([
    'A : âges inconnus, pas de chiffre.',
    'B : âges inconnus, pas de chiffre.',
    'C : population inconnue, pas de chiffre.',
  ]);
  for (const measure of ['acces', 'jeunes'] as const) {
    const legend = renderHook(() => useLegendLines(shade(ageless, measure, undefined), ageless));
    expect(legend.result.current.map(({ label, count }) => [label, count])).toEqual([
      ['Âges inconnus', 2],
      ['Population inconnue', 1],
    ]);
  }
});
