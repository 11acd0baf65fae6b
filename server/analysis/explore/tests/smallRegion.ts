import { actorFacts } from '../actorFacts';
import { exploreGraph } from '../exploreGraph';
import type { ActorRow, ExploreRows } from '../exploreRows';

const actor = (id: string, rest: Partial<ActorRow> = {}): ActorRow => ({
  id,
  kind: 'STRUCTURE',
  family: 'MUSEUM',
  name: id.toUpperCase(),
  acronym: null,
  commune: null,
  latitude: null,
  longitude: null,
  territories: [],
  ...rest,
});
const pair = (
  id: string,
  a: string,
  b: string,
  kind: string,
  start: string | null = null,
  end: string | null = null,
) => ({
  partnershipId: id,
  a,
  b,
  kind,
  start,
  end,
  about: null,
  sourceId: 's',
});

/**
 * Six actors: `a` with `b` (agreement, 2010 to 2012) and `c` (supervision, undated); `b`, `c` and `d` made `p` in 2020; `e` hosted
 * it in 2021; `f` is tied to nobody.
 */
export const smallRegion: ExploreRows = {
  actors: [
    actor('a', {
      family: 'UNIVERSITY',
      commune: 'commune-1',
      territories: ['commune-1', 'epci-1', 'departement-1'],
    }),
    actor('b', {
      kind: 'LAB',
      family: 'LAB',
      commune: 'commune-1',
      territories: ['commune-1', 'epci-1', 'departement-1'],
    }),
    actor('c', { commune: 'commune-2', territories: ['commune-2', 'epci-1', 'departement-1'] }),
    actor('d'),
    actor('e', { family: 'LIBRARY' }),
    actor('f', { territories: ['epci-2'] }),
  ],
  competences: [
    { id: 'val', labelFr: 'Valider', labelEn: 'Validate', broader: null, phase: 'VALIDATION' },
    { id: 'val-x', labelFr: 'Relire', labelEn: 'Review', broader: 'val', phase: 'VALIDATION' },
    { id: 'fab-x', labelFr: 'Monter', labelEn: 'Edit', broader: null, phase: 'FABRICATION' },
  ],
  themes: [
    { id: 'nature', labelFr: 'Nature', labelEn: 'Nature', broader: null },
    { id: 'water', labelFr: 'Eau', labelEn: 'Water', broader: 'nature' },
  ],
  actorCompetences: [
    { actor: 'a', competence: 'val-x', level: 3, status: 'documented' },
    { actor: 'b', competence: 'val-x', level: null, status: 'register' },
    { actor: 'c', competence: 'fab-x', level: 2, status: 'documented' },
  ],
  actorThemes: [
    { actor: 'a', theme: 'water' },
    { actor: 'd', theme: 'nature' },
  ],
  productions: [
    { id: 'p', title: 'P', type: 'EXHIBITION', year: 2020, themes: ['water'], requires: ['fab-x'] },
  ],
  contributions: [
    { actor: 'b', production: 'p', role: 'VALIDATION', year: 2020, sourceId: 's' },
    { actor: 'c', production: 'p', role: 'FABRICATION', year: 2020, sourceId: 's' },
    { actor: 'c', production: 'p', role: 'DIFFUSION', year: null, sourceId: 's' },
    { actor: 'd', production: 'p', role: 'DIFFUSION', year: 2020, sourceId: 's' },
  ],
  partnerships: [
    pair('p1', 'a', 'b', 'CONVENTION', '2010', '2012'),
    pair('p2', 'a', 'c', 'SUPERVISED_BY'),
    pair('p3', 'a', 'b', 'PARTNER', '2015'),
  ],
  stops: [
    {
      eventId: 'e1',
      production: 'p',
      actor: 'e',
      commune: 'commune-2',
      start: '2021-05-03',
      end: null,
      visitors: 120,
      sourceId: 's',
    },
  ],
  communes: [
    {
      id: 'commune-1',
      name: 'Un',
      population: 1000,
      latitude: 50,
      longitude: 3,
      inRegion: true,
      epci: 'epci-1',
      department: 'departement-1',
    },
    {
      id: 'commune-2',
      name: 'Deux',
      population: null,
      latitude: 50,
      longitude: 2,
      inRegion: true,
      epci: 'epci-1',
      department: 'departement-2',
    },
    {
      id: 'commune-3',
      name: 'Trois',
      population: 500,
      latitude: 50,
      longitude: 2,
      inRegion: true,
      epci: 'epci-2',
      department: 'departement-2',
    },
  ],
  territories: [
    { id: 'epci-1', name: 'E1', level: 'EPCI', population: 1000, partOf: [] },
    { id: 'epci-2', name: 'E2', level: 'EPCI', population: 500, partOf: [] },
    { id: 'departement-1', name: 'D1', level: 'DEPARTMENT', population: 1000, partOf: ['region-1'] },
    { id: 'departement-2', name: 'D2', level: 'DEPARTMENT', population: 500, partOf: ['region-1'] },
    { id: 'region-1', name: 'R', level: 'REGION', population: 1500, partOf: [] },
  ],
};

/** The graph of {@link smallRegion}. */
export const smallGraph = exploreGraph(smallRegion);

/** The actors of {@link smallRegion}: `d` has a need, `a` was last told of in 2025, `c` in 2021. */
export const smallActors = actorFacts(
  smallRegion,
  [
    { id: 'a', website: null, summaryFr: null, summaryEn: null, needs: 0, offers: 0, latest: '2025-03' },
    { id: 'c', website: null, summaryFr: null, summaryEn: null, needs: 0, offers: 0, latest: '2021' },
    { id: 'd', website: null, summaryFr: 'Un musée.', summaryEn: null, needs: 2, offers: 0, latest: null },
  ],
  new Map([['a', 2]]),
);
