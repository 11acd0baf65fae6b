import fc from 'fast-check';
import audience from '../../../schema/vocabulary/audience.json';
import productionType from '../../../schema/vocabulary/productionType.json';
import synonyms from '../../../schema/vocabulary/synonyms.json';
import { createBriefVocabulary } from './briefVocabulary';
import type { BriefTerm } from './briefVocabulary';
import { parseBrief } from './parseBrief';

const labelled = (
  kind: BriefTerm['kind'],
  list: { id: string; fr: string }[],
  more: Record<string, string[]>,
): BriefTerm[] => list.map(({ id, fr }) => ({ kind, id, labels: [fr, ...(more[id] ?? [])] }));

const themes = [
  { id: 'water', fr: 'Eau, rivières et zones humides' },
  { id: 'astronomy', fr: 'Astronomie et espace' },
  { id: 'mining-heritage', fr: 'Mine et charbon' },
  { id: 'oceans', fr: 'Mer et littoral' },
  { id: 'computing-ai', fr: 'Informatique, IA et robotique' },
];
const competences = [
  { id: 'fab-scenography', fr: 'Scénographie' },
  { id: 'fab-video', fr: 'Vidéo' },
  { id: 'fab-comics', fr: 'Bande dessinée et illustration' },
  { id: 'val-committee', fr: 'Comité scientifique' },
];
const places: BriefTerm[] = [
  { kind: 'TERRITORY', id: '02', labels: ['Aisne'], order: 0 },
  { kind: 'TERRITORY', id: '59', labels: ['Nord'], order: 0 },
  { kind: 'TERRITORY', id: '80', labels: ['Somme'], order: 0 },
  { kind: 'TERRITORY', id: '62', labels: ['Pas-de-Calais'], order: 0 },
  { kind: 'TERRITORY', id: '02691', labels: ['Saint-Quentin'], order: 2 },
  { kind: 'TERRITORY', id: '02408', labels: ['Laon'], order: 2 },
  { kind: 'TERRITORY', id: '62498', labels: ['Lens'], order: 2 },
  { kind: 'TERRITORY', id: '80021', labels: ['Amiens'], order: 2 },
];

const vocabulary = createBriefVocabulary([
  ...labelled('PRODUCTION_TYPE', productionType, synonyms.productionType),
  ...labelled('AUDIENCE', audience, synonyms.audience),
  ...labelled('THEME', themes, synonyms.theme),
  ...labelled('COMPETENCE', competences, synonyms.competence),
  ...places,
]);
const read = (sentence: string) =>
  parseBrief(sentence, vocabulary).chips.map((chip) => `${chip.kind} ${chip.id}`);

describe('a sentence about a project', () => {
  it('is read into chips that show where each was read', () => {
    const sentence = "exposition sur l'eau pour des collégiens dans l'Aisne";
    const { chips, unread } = parseBrief(sentence, vocabulary);
    expect(chips.map(({ kind, id, text }) => [kind, id, text])).toEqual([
      ['PRODUCTION_TYPE', 'EXHIBITION', 'exposition'],
      ['THEME', 'water', 'eau'],
      ['AUDIENCE', 'LOWER_SECONDARY', 'collégiens'],
      ['TERRITORY', '02', 'Aisne'],
    ]);
    expect(unread).toEqual([]);
    for (const chip of chips) expect(sentence.slice(chip.start, chip.end)).toBe(chip.text);
  });

  it.each([
    [
      'EXPO SUR LES EAUX POUR COLLEGIENNES',
      ['PRODUCTION_TYPE EXHIBITION', 'THEME water', 'AUDIENCE LOWER_SECONDARY'],
    ],
    ['Des expositions itinérantes à Saint-Quentin', ['PRODUCTION_TYPE EXHIBITION', 'TERRITORY 02691']],
    ['zones humides et rivières', ['THEME water']],
    [
      'une mallette pour l’école primaire à laon',
      ['PRODUCTION_TYPE KIT', 'AUDIENCE PRIMARY', 'TERRITORY 02408'],
    ],
    [
      'jeux de société sur la mine, tout public, Lens',
      ['PRODUCTION_TYPE GAME', 'THEME mining-heritage', 'AUDIENCE GENERAL', 'TERRITORY 62498'],
    ],
    ['la mer du Nord', ['THEME oceans']],
    ['dans le Nord et le Pas-de-Calais', ['TERRITORY 59', 'TERRITORY 62']],
    ['une somme de connaissances', []],
    ['scénographe et comité scientifique', ['COMPETENCE fab-scenography', 'COMPETENCE val-committee']],
    [
      'atelier robotique pour scolaires',
      [
        'PRODUCTION_TYPE WORKSHOP',
        'THEME computing-ai',
        'AUDIENCE PRIMARY',
        'AUDIENCE LOWER_SECONDARY',
        'AUDIENCE UPPER_SECONDARY',
      ],
    ],
    ['', []],
  ])('"%s" gives %j', (sentence, expected) => expect(read(sentence)).toEqual(expected));

  it('says what else the same words could mean, and which words meant nothing', () => {
    const { chips, unread } = parseBrief('une vidéo sur les licornes', vocabulary);
    expect(chips).toMatchObject([
      { kind: 'PRODUCTION_TYPE', id: 'VIDEO', alternatives: [{ kind: 'COMPETENCE', id: 'fab-video' }] },
    ]);
    expect(unread).toEqual(['licornes']);
  });

  it('reads each thing once, and every chip stands where it says, whatever the text', () => {
    const words = fc.constantFrom(
      'eau',
      'Eaux',
      'collège',
      'à',
      'Lens',
      'expo',
      "l'Aisne",
      'bande',
      'dessinée',
      '😀',
      'zzz',
      ',',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        const sentence = list.join(' ');
        const { chips } = parseBrief(sentence, vocabulary);
        expect(new Set(chips.map((c) => c.kind + c.id)).size).toBe(chips.length);
        for (const chip of chips) expect(sentence.slice(chip.start, chip.end)).toBe(chip.text);
      }),
    );
  });
});
