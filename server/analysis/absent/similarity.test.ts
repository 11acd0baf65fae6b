import fc from 'fast-check';
import { foldText, normaliseName } from './normaliseName';
import { jaroWinkler, rarity, softOverlap } from './similarity';

describe('names as words', () => {
  it.each([
    ["L'Œuvre d'Élodie", 'l oeuvre d elodie'],
    ['  FAB-LAB  (n°2) ', 'fab lab n 2'],
  ])('%s folds to %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('keep what tells two places of a town apart', () => {
    expect(normaliseName('Bib. municipale St-Exupéry de Valbourg', 'Valbourg').distinctive).toEqual([
      'saint',
      'exupery',
    ]);
    expect(normaliseName('Association loi 1901 « Les Amis du fer »').words).toEqual(['amis', 'fer']);
    expect(normaliseName('UMR CNRS 1234 - ULR 42 - Optique').words).toEqual(['optique']);
    expect(normaliseName('Médiathèque municipale', null).distinctive).toEqual([]);
    expect(normaliseName('').words).toEqual([]);
  });
});

describe('similarity of words', () => {
  // Winkler 1990, table 1.
  it.each([
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['martha', 'marhta', 0.961],
  ])('%s and %s: %d', (a, b, value) => expect(jaroWinkler(a, b)).toBeCloseTo(value, 3));

  it('is symmetric, 1 for the same and within 0..1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const value = jaroWinkler(a, b);
        expect(value).toBeCloseTo(jaroWinkler(b, a), 12);
        expect(value >= 0 && value <= 1).toBe(true);
        expect(jaroWinkler(a, a)).toBe(1);
      }),
    );
  });

  it('overlaps by what is rare, forgives a typing error, and tells numbers apart', () => {
    const weight = rarity([
      ['lille', 'optique'],
      ['lille', 'chimie'],
      ['lille', 'histoire'],
    ]);
    expect(weight('optique')).toBeGreaterThan(weight('lille'));
    expect(softOverlap(['lille', 'optique'], ['lille', 'optique'], weight)).toBe(1);
    expect(softOverlap(['lille', 'optique'], ['lille', 'chimie'], weight)).toBeLessThan(0.3);
    expect(softOverlap(['spectroscopie'], ['spectroscopy'], weight)).toBeGreaterThan(0.9);
    expect(softOverlap(['lille1'], ['lille2'], weight)).toBe(0);
    expect(softOverlap([], ['a'], weight)).toBe(0);
  });
});
