import { createPartnerProjection } from './projection';
import type { ContributionRow, PartnerRows, ProductionRow } from './rows';
import { rankPartners } from './rankPartners';
import { suggestNeeds } from './suggestNeeds';

const production = (id: string, type: string, theme: string, requires: string[] = []): ProductionRow => ({
  id,
  type,
  themes: [theme],
  audiences: [],
  requires,
});
const made = (actor: string, id: string, role: string): ContributionRow => ({
  actor,
  production: id,
  role,
  year: null,
  sourceId: 's',
});

const rows: PartnerRows = {
  actors: ['lab', 'studio', 'asker'].map((id) => ({
    id,
    family: null,
    latitude: null,
    longitude: null,
    territories: [],
  })),
  competences: [
    { id: 'validate', phase: 'VALIDATION', broader: null },
    { id: 'build', phase: 'FABRICATION', broader: null },
    { id: 'host', phase: 'DIFFUSION', broader: null },
  ],
  themes: [
    { id: 'nature', broader: null },
    { id: 'water', broader: 'nature' },
    { id: 'stars', broader: null },
  ],
  actorCompetences: [
    { actor: 'lab', competence: 'validate', level: 3, status: 'documented', sourceId: 's', evidence: null },
    { actor: 'studio', competence: 'build', level: 3, status: 'documented', sourceId: 's', evidence: null },
    { actor: 'asker', competence: 'host', level: 3, status: 'documented', sourceId: 's', evidence: null },
  ],
  actorThemes: [{ actor: 'asker', theme: 'water', sourceId: 's' }],
  productions: [
    production('e1', 'EXHIBITION', 'water', ['build', 'host']),
    production('e2', 'EXHIBITION', 'water'),
    production('e3', 'EXHIBITION', 'water'),
    production('e4', 'EXHIBITION', 'stars', ['host']),
    production('k1', 'KIT', 'water', ['validate']),
    production('silent', 'EXHIBITION', 'water'),
  ],
  contributions: [
    made('lab', 'e2', 'VALIDATION'),
    made('studio', 'e2', 'FABRICATION'),
    made('studio', 'e3', 'FABRICATION'),
    // Its competence is of another phase: no sign that the production needs it.
    made('lab', 'e3', 'DIFFUSION'),
  ],
  partnerships: [],
  stops: [],
};
const projection = createPartnerProjection(rows);

describe('what productions of a kind usually require', () => {
  it('counts what is said, else what contributors practise in their phase, and says on how many', () => {
    const { basis, productions, needs } = suggestNeeds(projection, 'EXHIBITION', ['water']);
    expect([basis, productions]).toEqual(['TYPE_AND_THEME', 3]);
    expect(needs).toEqual([
      {
        competenceId: 'build',
        phase: 'FABRICATION',
        required: 1,
        practised: 2,
        of: 3,
        share: 1,
        productionIds: ['e1', 'e2', 'e3'],
      },
    ]);
  });

  it('takes a broader theme as all its narrower ones', () => {
    expect(suggestNeeds(projection, 'EXHIBITION', ['nature'])).toEqual(
      suggestNeeds(projection, 'EXHIBITION', ['water']),
    );
  });

  it('widens when too few productions say anything, and says so', () => {
    expect(suggestNeeds(projection, 'KIT', ['stars'])).toMatchObject({ productions: 1 });
    expect(suggestNeeds(projection, 'EXHIBITION', ['stars'])).toMatchObject({
      basis: 'TYPE',
      productions: 4,
    });
    expect(suggestNeeds(projection, 'PODCAST', [])).toEqual({ basis: 'NONE', productions: 0, needs: [] });
    expect(suggestNeeds(projection, null, [])).toEqual({ basis: 'NONE', productions: 0, needs: [] });
  });

  it('gives an actor without a brief the needs of its themes that it lacks', () => {
    const { brief, ranked } = rankPartners(projection, { actorId: 'asker' });
    expect(brief).toMatchObject({ needsFrom: 'USUAL', themesFrom: 'ACTOR', themeIds: ['water'] });
    expect(brief.needs.map(({ competenceId, usual }) => [competenceId, usual?.of])).toEqual([
      ['validate', 4],
      ['build', 4],
    ]);
    expect(ranked[0]!.actorId).toBe('studio');
  });
});
