import fc from 'fast-check';
import { createRandom } from '../../random';
import { loadSolver } from '../../coverage/mixedInteger';
import { generateRows } from '../generateRows';
import { createPartnerProjection } from '../projection';
import type { PartnerRows } from '../rows';
import { approximateCover, countBits } from './approximateCover';
import { cheapestTeam } from './cheapestTeam';
import { stepsFrom } from './closeness';
import { fewestForEach, fewestSets } from './fewestSets';
import { findTeams } from './findTeams';

/** Random sets over `needs` needs, every need in one at least. */
function randomSets(seed: number, count: number, needs: number): number[] {
  const random = createRandom(seed);
  const sets = Array.from({ length: count }, () => {
    let set = 0;
    for (let bit = 0; bit < needs; bit++) if (random() < 0.25) set |= 1 << bit;
    return set;
  });
  for (let bit = 0; bit < needs; bit++) sets[bit % count]! |= 1 << bit;
  return sets;
}

/** Fewest sets by trying every choice. */
function bruteForce(sets: readonly number[], all: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** sets.length; choice++) {
    let union = 0;
    for (let k = 0; k < sets.length; k++) if ((choice >>> k) & 1) union |= sets[k]!;
    if ((union & all) === all) best = Math.min(best, countBits(choice));
  }
  return best;
}

describe('the fewest sets', () => {
  it('HiGHS, every subset visited and every choice tried agree on small covers', async () => {
    const highs = await loadSolver();
    expect(highs).not.toBeNull();
    for (let seed = 1; seed <= 40; seed++) {
      const needs = 3 + (seed % 7);
      const sets = randomSets(seed, 11, needs);
      const all = 2 ** needs - 1;
      const expected = bruteForce(sets, all);
      expect(fewestSets(sets, all, highs, 2)).toEqual({
        size: expected,
        bound: expected,
        method: 'MIXED_INTEGER',
      });
      expect(fewestSets(sets, all, null, 2)).toEqual({
        size: expected,
        bound: expected,
        method: 'DYNAMIC_PROGRAMME',
      });
      expect(fewestForEach(sets, needs)[all]).toBe(expected);
    }
  });

  it('without proof the bound holds and the cover is never over 1.1 times the optimum', async () => {
    const highs = await loadSolver();
    for (let seed = 1; seed <= 60; seed++) {
      const needs = 16 + (seed % 13);
      const sets = randomSets(100 + seed, 90, needs);
      const all = 2 ** needs - 1;
      const optimum = fewestSets(sets, all, highs, 20);
      expect(optimum.method).toBe('MIXED_INTEGER');
      const without = fewestSets(sets, all, null, 2);
      expect(without.method).toBe('LOCAL_SEARCH');
      expect(without.bound).toBeLessThanOrEqual(optimum.size);
      expect(without.size).toBeGreaterThanOrEqual(optimum.size);
      expect(without.size).toBeLessThanOrEqual(1.1 * optimum.size);
    }
  });

  it('is a cover, whatever the sets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2 ** 20 - 1 }), { minLength: 1, maxLength: 40 }),
        (sets) => {
          const all = sets.reduce((union, set) => union | set, 0);
          const cover = approximateCover(sets, all);
          expect(cover.reduce((union, set) => union | set, 0) & all).toBe(all);
          expect(cover.every((set) => sets.includes(set))).toBe(true);
        },
      ),
    );
  });
});

describe('the cheapest team', () => {
  it('is that of trying every choice of that size', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      const n = 11;
      const covers = randomSets(seed + 500, n, 6);
      const own = Float64Array.from({ length: n }, () => random());
      const pair = new Float64Array(n * n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < i; j++) pair[i * n + j] = pair[j * n + i] = 3 * random();
      const size = fewestSets(covers, 63, null, 0).size;
      const costs: number[] = [];
      for (let choice = 0; choice < 2 ** n; choice++) {
        const chosen = [...Array(n).keys()].filter((k) => (choice >>> k) & 1);
        if (chosen.length !== size || chosen.reduce((u, k) => u | covers[k]!, 0) !== 63) continue;
        let cost = 0;
        for (const i of chosen) {
          cost += own[i]!;
          for (const j of chosen) if (j < i) cost += pair[i * n + j]!;
        }
        costs.push(cost);
      }
      const found = cheapestTeam({
        covers,
        all: 63,
        size,
        own,
        pair,
        unlike: [],
        difference: 1,
        budget: 1e7,
      });
      expect(found.proven).toBe(true);
      expect(found.cost).toBeCloseTo(Math.min(...costs), 9);
      expect(found.chosen).toHaveLength(size);
    }
  });
});

const rows: PartnerRows = {
  actors: ['asker', 'lab', 'studio', 'hall', 'allround', 'far', 'paris'].map((id) => ({
    id,
    family: 'MUSEUM',
    latitude: id === 'far' ? 51.5 : 50,
    longitude: id === 'far' ? -4 : 3,
    territories: [],
    outside: id === 'paris',
  })),
  competences: [
    { id: 'validate', phase: 'VALIDATION', broader: null },
    { id: 'build', phase: 'FABRICATION', broader: null },
    { id: 'video', phase: 'FABRICATION', broader: 'build' },
    { id: 'host', phase: 'DIFFUSION', broader: null },
    { id: 'fly', phase: 'DIFFUSION', broader: null },
  ],
  themes: [],
  actorThemes: [],
  productions: [],
  contributions: [],
  stops: [],
  actorCompetences: (
    [
      ['lab', 'validate'],
      ['studio', 'video'],
      ['studio', 'host'],
      ['hall', 'host'],
      ['allround', 'validate'],
      ['allround', 'build'],
      ['far', 'validate'],
      ['paris', 'fly'],
    ] as const
  ).map(([actor, competence]) => ({
    actor,
    competence,
    level: 2,
    status: 'documented' as const,
    sourceId: 's',
    evidence: null,
  })),
  partnerships: [
    { a: 'asker', b: 'lab', kind: 'PARTNER', start: null, end: null, sourceId: 's' },
    { a: 'lab', b: 'studio', kind: 'PARTNER', start: null, end: null, sourceId: 's' },
  ],
};

describe('a team', () => {
  const projection = createPartnerProjection(rows);
  const brief = {
    actorId: 'asker',
    needs: ['validate', 'video', 'host', 'fly'].map((competenceId) => ({ competenceId })),
  };
  const names = (team: { members: { actorId: string }[] }) => team.members.map((m) => m.actorId).sort();

  it('covers what can be covered with the fewest, the closest first, and names what nobody has', async () => {
    const search = await findTeams(projection, brief);
    expect(search).toMatchObject({
      size: 2,
      bound: 2,
      proven: true,
      cheapestProven: true,
      method: 'MIXED_INTEGER',
    });
    expect(search.teams.map(names)).toEqual([
      ['lab', 'studio'],
      ['allround', 'studio'],
      ['far', 'studio'],
    ]);
    expect(search.teams[0]).toMatchObject({ steps: 4, unknownPairs: 0 });
    expect(search.uncovered).toMatchObject([
      { competenceId: 'fly', elsewhere: [{ actorId: 'paris', why: 'outside' }], broader: [] },
    ]);
  });

  it('keeps who is locked in and leaves out who is left out', async () => {
    const locked = await findTeams(projection, brief, { lockedIds: ['hall'] });
    expect(locked.size).toBe(3);
    for (const team of locked.teams) expect(names(team)).toContain('hall');
    const without = await findTeams(projection, brief, { filters: { excludedIds: ['studio'] } });
    expect(without.uncovered.map((need) => need.competenceId)).toEqual(['video', 'fly']);
    expect(without.uncovered[0]!.elsewhere).toMatchObject([{ actorId: 'studio', why: 'excluded' }]);
    expect(without.uncovered[0]!.broader).toMatchObject([{ actorId: 'allround' }]);
    for (const team of without.teams) expect(names(team)).not.toContain('studio');
  });

  it('accepts a broader competence when told to', async () => {
    const search = await findTeams(projection, brief, {
      filters: { excludedIds: ['studio'] },
      acceptBroader: true,
    });
    expect(search.uncovered.map((need) => need.competenceId)).toEqual(['fly']);
    expect(names(search.teams[0]!)).toEqual(['allround', 'hall']);
  });

  it('is empty when nothing is needed, and of the locked alone when they have all', async () => {
    expect(
      await findTeams(projection, { actorId: 'lab', needs: [{ competenceId: 'validate' }] }),
    ).toMatchObject({
      teams: [],
      size: 0,
      proven: true,
    });
    const all = await findTeams(projection, { needs: [{ competenceId: 'host' }] }, { lockedIds: ['hall'] });
    expect(all.teams.map(names)).toEqual([['hall']]);
  });

  it('covers every need that has a holder on generated networks, proven', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const generated = createPartnerProjection(
        generateRows(seed, {
          actors: 120,
          competences: 40,
          themes: 8,
          actorCompetences: 300,
          actorThemes: 50,
          productions: 40,
          contributions: 120,
          partnerships: 150,
          stops: 20,
        }),
      );
      const needs = Array.from({ length: 8 }, (_, k) => ({
        competenceId: `c${8 + ((seed * 5 + k * 3) % 32)}`,
      }));
      const search = await findTeams(generated, { actorId: 'a5', needs }, { count: 2 });
      const missing = new Set(search.uncovered.map((need) => need.competenceId));
      expect(search.proven).toBe(true);
      for (const team of search.teams) {
        const covered = new Set(team.members.flatMap((m) => m.covers.map((c) => c.competenceId)));
        const wanted = search.brief.needs.map((n) => n.competenceId).filter((id) => !missing.has(id));
        expect([...covered].sort()).toEqual([...new Set(wanted)].sort());
        expect(team.members).toHaveLength(search.size);
        expect(team.pairs).toHaveLength((search.size * (search.size + 1)) / 2);
      }
    }
  });

  it('counts steps through partners and through productions made together, up to the cap', () => {
    const chain = createPartnerProjection({
      ...rows,
      productions: [{ id: 'p', type: null, themes: [], audiences: [], requires: [] }],
      contributions: ['studio', 'hall'].map((actor) => ({
        actor,
        production: 'p',
        role: null,
        year: null,
        sourceId: null,
      })),
    });
    expect([...stepsFrom(chain, 0, 4)]).toEqual([0, 1, 2, 3, 4, 4, 4]);
    expect([...stepsFrom(chain, 0, 2)]).toEqual([0, 1, 2, 2, 2, 2, 2]);
  });
});
