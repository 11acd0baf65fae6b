import { computeMeasure, networkMeasures } from './descriptors';
import { generatedActorNetwork, generateNetwork } from './generateNetwork';
import type { ParameterValues } from './measure';

const network = generatedActorNetwork(generateNetwork({ actorCount: 200, tieCount: 700, seed: 2 }));
const needed: Record<string, ParameterValues> = {
  shortestPaths: { from: 'actor-000001', to: 'actor-000002' },
  networkChange: { before: '2010', after: '2020-06-30' },
};

describe('every measure', () => {
  test('has an identifier of its own, a label and a help in both languages, a formula and a DOI', () => {
    expect(new Set(networkMeasures.map(({ id }) => id)).size).toBe(networkMeasures.length);
    for (const { id, label, help, formula, references, parameters } of networkMeasures) {
      expect(id).toMatch(/^[a-z][A-Za-z]+$/);
      for (const text of [label, help, ...parameters.map((parameter) => parameter.label)]) {
        expect(text.fr).toBeTruthy();
        expect(text.en).toBeTruthy();
      }
      expect(formula).toBeTruthy();
      expect(references.length).toBeGreaterThan(0);
      for (const { doi } of references) expect(doi).toMatch(/^10\.\d{4,}\/\S+$/);
    }
  });

  test.each(networkMeasures.map((measure) => [measure.id, measure] as const))(
    '%s answers with its defaults, in the shape all share',
    (id, measure) => {
      const result = computeMeasure(network, { measure: id, values: needed[id] ?? {} });
      expect(Object.keys(result.values).sort()).toEqual(measure.parameters.map((one) => one.id).sort());
      expect(result.formula).toBe(measure.formula);
      for (const { values } of result.actors) expect(values).toHaveLength(200);
      if (measure.byActor) expect(result.actors.map((one) => one.id)).toContain(measure.byActor.column);
      for (const { columns, rows } of result.tables)
        for (const row of rows) {
          expect(row).toHaveLength(columns.length);
          columns.forEach(({ kind }, place) => {
            if (row[place] !== null) expect(typeof row[place]).toBe(kind === 'number' ? 'number' : 'string');
            if (kind === 'actor') expect(network.actorIds).toContain(row[place]);
          });
        }
      for (const { count } of result.leftOut) expect(count).toBeGreaterThanOrEqual(0);
      expect(result.figures.length + result.actors.length + result.tables.length).toBeGreaterThan(0);
      expect(structuredClone(result)).toEqual(result);
    },
  );

  test.each(
    networkMeasures.flatMap(({ id, parameters }) =>
      parameters.flatMap((parameter): [string, string, number | string][] =>
        parameter.kind === 'number'
          ? [parameter.maximum + 1, parameter.minimum - 1, NaN].map((value) => [id, parameter.id, value])
          : [[id, parameter.id, 'nowhere']],
      ),
    ),
  )('%s refuses %s = %s and says which', (id, parameter, value) => {
    const values = { ...needed[id], [parameter]: value };
    expect(() => computeMeasure(network, { measure: id, values })).toThrow(new RegExp(`^${parameter}: `));
  });

  test('refuses a parameter it does not have, and one that is missing', () => {
    expect(() => computeMeasure(network, { measure: 'core', values: { k: 3 } })).toThrow(
      /core has no parameter k/,
    );
    expect(() => computeMeasure(network, { measure: 'shortestPaths' })).toThrow(/^from: /);
    expect(() => computeMeasure(network, { measure: 'fame' })).toThrow(/no measure fame/);
  });

  test('communities and their stability are about the same communities', () => {
    const [communities, stability] = ['communities', 'communityStability'].map((measure) =>
      computeMeasure(network, { measure }),
    );
    expect(stability!.actors[0]).toEqual(communities!.actors[0]);
    expect(Math.max(...stability!.actors[1]!.values)).toBeLessThanOrEqual(1);
  });
});
