import fc from 'fast-check';
import { column, integer, reference, text, word } from './column';
import { parseDate } from './dates';
import { guard, unguard } from './formulaGuard';
import { normaliseHeader, slug } from './normalise';
import { parseCell, toNumber, type RawCell, type Resolver } from './parseCell';
import { referenceText, toCellContent } from './cellText';

const resolver: Resolver = {
  resolve: (_to, name, prefix) => {
    const ids: Record<string, string[]> = {
      iemn: ['iemn'],
      'Institut ; électronique': ['iemn'],
      Amiens: ['commune-80021'],
      '80021': ['commune-80021'],
      '02691': ['commune-02691'],
      Lille: ['a', 'b'],
    };
    const found = ids[name] ?? ids[prefix + name];
    if (found === undefined) return undefined;
    return found.length === 1 ? { id: found[0]! } : { several: found };
  },
};
const read = (raw: RawCell, of: Parameters<typeof parseCell>[1]) => {
  const parsed = parseCell(raw, of, resolver);
  return 'value' in parsed ? parsed.value : parsed.reason.fr;
};

describe('a date as people write it', () => {
  it.each([
    ['2025', '2025'],
    ['2025-04', '2025-04'],
    ['2025-4-3', '2025-04-03'],
    ['2025-04-03T10:20:00Z', '2025-04-03'],
    ['3/4/2025', '2025-04-03'],
    ['03.04.25', '2025-04-03'],
    ['3-4-1999', '1999-04-03'],
    ['04/2025', '2025-04'],
    ['3 avril 2025', '2025-04-03'],
    ['1er mai 2025', '2025-05-01'],
    ['Août 2024', '2024-08'],
    ['jeudi 3 avril 2025', '2025-04-03'],
    ['déc. 2017', '2017-12'],
    ['April 3, 2025', '2025-04-03'],
    ['3/4/2025 14:30', '2025-04-03'],
  ])('%s is %s', (given, expected) => expect(parseDate(given)).toBe(expected));

  it.each(['31/02/2025', '13/13/2025', 'bientôt', '2025-00', '', '99'])('%s is none', (given) =>
    expect(parseDate(given)).toBeUndefined(),
  );

  it('is a day number of a spreadsheet, a year, or a date', () => {
    expect(parseDate(45_750)).toBe('2025-04-03');
    expect(parseDate(2025)).toBe('2025');
    expect(parseDate(new Date('2025-04-03T00:00:00Z'))).toBe('2025-04-03');
  });
});

describe('a number as people write it', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u202f234', 1234],
    ['1\u00a0234,50 €', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['85 m²', 85],
  ])('%s is %d', (given, expected) => expect(toNumber(given)).toBe(expected));

  it.each(['douze', '1,2,3', '12 rue', '', '1.2.3,4.5'])('%s is none', (given) =>
    expect(toNumber(given)).toBeUndefined(),
  );
});

describe('a cell', () => {
  const level = integer('level', ['Niveau', 'Level'], {
    pattern: { test: /^[123]$/, fr: 'doit être 1, 2 ou 3', en: 'must be 1, 2 or 3' },
  });
  const actor = reference('actor', ['Acteur', 'Actor'], 'actors');
  const actorList = reference('actors', ['Acteurs', 'Actors'], 'actors', { many: true });
  const commune = column('commune', ['Commune', 'Commune'], {
    is: 'reference',
    to: 'territories',
    prefix: 'commune-',
  });
  const family = word('family', ['Famille', 'Family'], 'actorFamily');

  it.each<[RawCell, Parameters<typeof parseCell>[1], unknown]>([
    ['  ', level, null],
    ['\u00a0', level, null],
    [2, level, 2],
    ['4', level, '« 4 » doit être 1, 2 ou 3'],
    ['1,5', level, '« 1,5 » n’est pas un nombre entier positif'],
    ['Musée', family, 'MUSEUM'],
    ['MUSEUM', family, 'MUSEUM'],
    ['museum', family, 'MUSEUM'],
    [
      'Bibliothèque',
      family,
      '« Bibliothèque » n’est pas dans la liste (peut-être : Bibliothèque ou médiathèque)',
    ],
    ['Planétarum', family, '« Planétarum » n’est pas dans la liste (peut-être : Planétarium)'],
    ['oui', column('x', ['X', 'X'], { is: 'boolean' }), true],
    ['Faux', column('x', ['X', 'X'], { is: 'boolean' }), false],
    ['peut-être', column('x', ['X', 'X'], { is: 'boolean' }), '« peut-être » n’est ni oui ni non'],
    ['www.example.org/a', column('w', ['W', 'W'], { is: 'address' }), 'https://www.example.org/a'],
    [
      'pas un site',
      column('w', ['W', 'W'], { is: 'address' }),
      '« pas un site » n’est pas une adresse internet',
    ],
    ['Institut [iemn]', actor, 'iemn'],
    ['Inconnu', actor, '« Inconnu » ne désigne rien de connu'],
    ['Lille', actor, '« Lille » désigne plusieurs choses (a, b) : donner l’identifiant'],
    ['Amiens', commune, 'commune-80021'],
    [80021, commune, 'commune-80021'],
    [2691, commune, 'commune-02691'],
    ['Institut ; électronique [iemn] | iemn', actorList, ['iemn']],
    ['Institut ; électronique [iemn]', actorList, ['iemn']],
    ['', actorList, []],
    [
      '2025-04',
      column('d', ['D', 'D'], { is: 'day' }),
      '« 2025-04 » doit être un jour précis (exemple : 15/04/2025)',
    ],
    ['123 456 789 00012', text('siret', ['SIRET', 'SIRET']), '12345678900012'],
  ])('%j in %#: %j', (raw, of, expected) => expect(read(raw, of)).toEqual(expected));

  it('written for people is read back as it was, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const written = referenceText('iemn', name);
        expect(read(written, actor)).toBe('iemn');
        expect(read(`${written} | ${written}`, actorList)).toEqual(['iemn']);
      }),
    );
  });

  it('of words is written as a label and read back', () => {
    const writing = { for: 'people', language: 'en' } as const;
    expect(toCellContent('MUSEUM', family, writing, new Map())).toBe('Museum');
    expect(read('Museum', family)).toBe('MUSEUM');
  });
});

describe('a text that would be taken for a formula', () => {
  it.each(['=1+1', '+33 3 22', '-x', '@sum', '\tx', "'=x"])('%j is kept from it', (dangerous) => {
    expect(guard(dangerous).startsWith("'")).toBe(true);
  });

  it('comes back as it was, as every text does', () => {
    fc.assert(fc.property(fc.string(), (any) => expect(unguard(guard(any))).toBe(any)));
    fc.assert(
      fc.property(fc.stringMatching(/^'{0,3}[=+@-]{0,2}[a0]{0,2}$/), (any) =>
        expect(unguard(guard(any))).toBe(any),
      ),
    );
  });

  it('leaves numbers alone', () => expect(guard('-12,5')).toBe('-12,5'));
});

describe('names', () => {
  it('of columns are the same however they are written', () => {
    expect(new Set(['label_fr', 'labelFr', 'Label FR', ' LABEL-FR '].map(normaliseHeader)).size).toBe(1);
  });

  it('become identifiers', () => {
    expect(slug('L’Œuvre d’Été – Musée (Lille)')).toBe('l-oeuvre-d-ete-musee-lille');
    expect(slug('!!!')).toBe('');
  });
});
