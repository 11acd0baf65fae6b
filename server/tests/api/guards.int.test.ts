import { defaultFieldResolver, isObjectType, isSpecifiedScalarType, printSchema } from 'graphql';
import { eachField, pageCost } from '../../graphql/graphSchema';
import { type ApiSchemas, buildSchemas } from '../../graphql/schema';
import { createTestApi, type TestApi } from '../support/testApi';

describe('what is stored and what is computed, in one schema', () => {
  let api: TestApi;
  let schemas: ApiSchemas;

  beforeAll(async () => {
    schemas = await buildSchemas();
    api = await createTestApi();
  });
  afterAll(() => api?.stop());

  it('answers an alias on a scalar', async () => {
    const { data, errors } = await api.ask<{ actors: { nom: string; name: string }[] }>(
      '{ actors(limit: 1, sort: [{ name: ASC }]) { nom: name name } }',
    );
    expect(errors).toEqual([]);
    expect(data?.actors[0]?.nom).toEqual(expect.stringMatching(/./));
    expect(data?.actors[0]?.nom).toBe(data?.actors[0]?.name);
  });

  it('answers an alias on a relationship, and on the place of a node', async () => {
    const { data, errors } = await api.ask<{
      them: { can: { label: string }[]; at: { point: { lat: number } | null }[] }[];
    }>(`{ them: actors(limit: 500) {
      can: competences(limit: 1) { label: labelFr }
      at: locatedIn { point: location { lat: latitude } }
    } }`);
    expect(errors).toEqual([]);
    const labels = data?.them.flatMap(({ can }) => can.map(({ label }) => label)) ?? [];
    expect(labels.length).toBeGreaterThan(200);
    expect(labels.every((label) => typeof label === 'string' && label !== '')).toBe(true);
    const points = data?.them.flatMap(({ at }) => at.map(({ point }) => point?.lat)) ?? [];
    expect(points.some((lat) => typeof lat === 'number' && lat > 48 && lat < 52)).toBe(true);
  });

  it('answers aliases inside a link, on scalars, dates, points, relationships and interfaces', async () => {
    const { data, errors } = await api.ask<{
      graphSummary: {
        ids: string[];
        those: {
          key: string;
          id: string;
          readOn: string;
          at: { kindOfActor: string; where: { point: { lat: number } | null }[] }[];
        }[];
      };
    }>(`{ graphSummary {
      ids: latestSourceIds
      those: latestSources {
        key: id id readOn: retrieved
        at: actors { __typename kindOfActor: kind ... on Structure { where: locatedIn { point: location { lat: latitude } } } }
      }
    } }`);
    expect(errors).toEqual([]);
    const summary = data?.graphSummary;
    expect(summary?.those.map(({ key }) => key)).toEqual(summary?.ids);
    expect(summary?.those.map(({ id }) => id)).toEqual(summary?.ids);
    expect(summary?.those.every(({ readOn }) => /^\d{4}-\d{2}-\d{2}$/.test(readOn))).toBe(true);
  });

  it('asks the database once for all the links of an answer', async () => {
    const asked = '{ graphSummary { latestSources { id title year: date } } }';
    const sessions = jest.spyOn(api.database.driver, 'session');
    await api.ask(asked);
    // Where the database is, and every source at once.
    expect(sessions).toHaveBeenCalledTimes(2);
    const { data } = await api.ask<{ graphSummary: { latestSources: { title: string }[] } }>(asked);
    // Only where the database is: nothing was written since.
    expect(sessions).toHaveBeenCalledTimes(3);
    expect(data!.graphSummary.latestSources[0]!.title).toMatch(/./);
    sessions.mockRestore();
  });

  it('shares only the roots, the built-in scalars and DateTime between the two schemas', () => {
    const named = (schema: ApiSchemas['graph']) =>
      Object.values(schema.getTypeMap())
        .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
        .map(({ name }) => name);
    const computed = new Set(named(schemas.analysis));
    const shared = named(schemas.graph).filter((name) => computed.has(name));
    expect(shared.filter((name) => !['Query', 'Mutation', 'DateTime'].includes(name))).toEqual([]);
  });

  it('gives no field of the roots to both schemas', () => {
    const fields = (schema: ApiSchemas['graph']) => Object.keys(schema.getQueryType()?.getFields() ?? {});
    const computed = new Set(fields(schemas.analysis));
    expect(fields(schemas.graph).filter((name) => computed.has(name))).toEqual([]);
    expect(fields(schemas.api)).toHaveLength(fields(schemas.graph).length + computed.size);
  });

  it('has one scalar for instants', () => {
    const names = Object.keys(schemas.api.getTypeMap()).filter((name) => /date.*time|timestamp/i.test(name));
    expect(names.filter((name) => !/Filters|Aggregat/.test(name))).toEqual(['DateTime']);
  });

  it('writes nothing stored through generated mutations', () => {
    expect(schemas.graph.getMutationType()).toBeUndefined();
    expect(schemas.graph.getSubscriptionType()).toBeUndefined();
  });

  it('bounds the page of every stored type', async () => {
    const { data } = await api.ask<{ actors: unknown[] }>('{ actors(limit: 100000) { id } }', {});
    expect(data).toBeUndefined();
    const unlimited = await api.ask<{ communes: unknown[]; actors: unknown[] }>(
      '{ communes { id } actors { id } }',
    );
    expect(unlimited.data?.communes).toHaveLength(100);
    expect(unlimited.data?.actors).toHaveLength(50);
    const most = await api.ask<{ sources: unknown[] }>('{ sources(limit: 5000) { id } }');
    expect(most.data?.sources.length).toBeLessThanOrEqual(500);
  });

  it('keeps the costs of both schemas through the merge', () => {
    const costs: Record<string, unknown> = {};
    eachField(schemas.api, (field, typeName) => {
      costs[`${typeName}.${field.name}`] = field.extensions['complexity'];
    });
    expect(costs['Query.actors']).toBe(pageCost);
    expect(costs['Structure.competencesConnection']).toBe(pageCost);
    expect(costs['Query.actorsByIds']).toBe(pageCost);
    expect(costs['Query.graphSummary']).toBe(20);
    expect(costs['GraphSummary.latestSources']).toEqual(expect.any(Function));
  });

  it('leaves no stored field to the default resolver, which knows no alias', () => {
    const forgotten: string[] = [];
    eachField(schemas.api, (field, typeName) => {
      const isStored = isObjectType(schemas.graph.getType(typeName));
      if (
        isStored &&
        !schemas.analysis.getType(typeName) &&
        (field.resolve ?? defaultFieldResolver) === defaultFieldResolver
      ) {
        forgotten.push(`${typeName}.${field.name}`);
      }
    });
    expect(forgotten).toEqual([]);
  });

  it('describes every type, field and argument that is computed', () => {
    const silent: string[] = [];
    for (const type of Object.values(schemas.analysis.getTypeMap())) {
      if (
        type.name.startsWith('__') ||
        isSpecifiedScalarType(type) ||
        type.name === 'Query' ||
        type.name === 'Mutation'
      )
        continue;
      if (!type.description) silent.push(type.name);
    }
    eachField(schemas.analysis, (field, typeName) => {
      if (!field.description) silent.push(`${typeName}.${field.name}`);
      for (const argument of field.args) {
        if (!argument.description) silent.push(`${typeName}.${field.name}(${argument.name})`);
      }
    });
    expect(silent).toEqual([]);
  });

  it('stays small enough to be read', () => {
    expect(printSchema(schemas.api).length).toBeLessThan(600_000);
  });
});
