import { densityClasses } from './density';

describe('density classes', () => {
  it('divide population by area where both are known', () => {
    const { classes, fromArea } = densityClasses([
      { lat: 50.6, lon: 3, population: 236_000, areaKm2: 35 },
      { lat: 50.2, lon: 2, population: 3_000, areaKm2: 10 },
      { lat: 50.1, lon: 2, population: 299, areaKm2: 1 },
    ]);
    expect(classes).toEqual(['DENSE', 'INTERMEDIATE', 'RURAL']);
    expect(fromArea).toBe(3);
  });

  it('look at the people within three kilometres where there is no area', () => {
    const disc = Math.PI * 9;
    const { classes, fromRadius } = densityClasses([
      { lat: 50, lon: 3, population: 1500 * disc - 10 },
      { lat: 50.02, lon: 3, population: 11 },
      { lat: 50.04, lon: 3, population: 5 },
    ]);
    expect(classes).toEqual(['DENSE', 'DENSE', 'RURAL']);
    expect(fromRadius).toBe(3);
  });

  it('assume the middle class, and say so, where nothing is known', () => {
    const answer = densityClasses([
      { lat: null, lon: null, population: 500 },
      { lat: 50, lon: 3, population: null, areaKm2: null },
    ]);
    expect(answer).toEqual({
      classes: ['INTERMEDIATE', 'INTERMEDIATE'],
      fromArea: 0,
      fromRadius: 0,
      assumed: 2,
    });
    expect(densityClasses([]).classes).toEqual([]);
  });
});
