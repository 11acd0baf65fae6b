import { regionTies } from '../../analysis/explore/regionTies';
import { phases, type ActorNetwork, type PhaseLevels } from '../../analysis/network/actorNetwork';
import { projectTies } from '../../analysis/network/actorProjection';
import { tieColumns } from '../../analysis/network/tieColumns';
import type { RegionRows } from '../../graph/readRegion';
import { derivedFromRegion } from './region';

/** Level of a competence that is known without its level: seen once. */
const UNKNOWN_LEVEL = 1;
const HIGHEST_LEVEL = 3;

/** The network of the region's actors, as measures read it. */
export const currentActorNetwork = derivedFromRegion(toActorNetwork);

/**
 * The network of a region: ties proven by partnerships, productions and stops; former region, département,
 * family, main phase and commune of each actor, by name where people read it. An actor of which no competence was read has no phase: unknown, not none.
 */
export function toActorNetwork(rows: RegionRows): ActorNetwork {
  const actorIds = rows.actors.map(({ id }) => id);
  const ties = tieColumns(regionTies(rows), actorIds);
  const phaseLevels = toPhaseLevels(rows, actorIds);
  const communes = new Map(rows.communes.map(({ id, name }) => [id, name]));
  return {
    graph: projectTies(ties, actorIds.length, {}).graph,
    actorIds,
    categories: {
      formerRegion: namesAbove(rows, 'FORMER_REGION'),
      department: namesAbove(rows, 'DEPARTMENT'),
      family: rows.actors.map(({ family }) => family),
      phase: phaseLevels.map(mainPhase),
      place: rows.actors.map(({ commune }) => (commune === null ? null : (communes.get(commune) ?? null))),
    },
    themes: toThemes(rows, actorIds),
    phaseLevels,
    ties,
  };
}

/** The name of the territory of a level in which each actor is; null when it is in none. */
function namesAbove(rows: RegionRows, level: RegionRows['territories'][number]['level']): (string | null)[] {
  const names = new Map(
    rows.territories.filter((one) => one.level === level).map(({ id, name }) => [id, name]),
  );
  return rows.actors.map(({ territories }) => {
    const id = territories.find((territory) => names.has(territory));
    return id === undefined ? null : names.get(id)!;
  });
}

function toPhaseLevels(rows: RegionRows, actorIds: readonly string[]): (PhaseLevels | null)[] {
  const phaseOf = new Map(rows.competences.map(({ id, phase }) => [id, phases.indexOf(phase)]));
  const best = new Map<string, [number, number, number]>();
  for (const { actor, competence, level } of rows.actorCompetences) {
    const phase = phaseOf.get(competence);
    if (phase === undefined) continue;
    const levels = best.get(actor) ?? [0, 0, 0];
    levels[phase] = Math.max(levels[phase]!, (level ?? UNKNOWN_LEVEL) / HIGHEST_LEVEL);
    best.set(actor, levels);
  }
  return actorIds.map((id) => best.get(id) ?? null);
}

/** The phase of the highest level; the earlier one of two equal ones. */
function mainPhase(levels: PhaseLevels | null): string | null {
  if (levels === null) return null;
  return phases[levels.indexOf(Math.max(...levels))]!;
}

function toThemes(rows: RegionRows, actorIds: readonly string[]): string[][] {
  const themesOf = new Map<string, Set<string>>();
  for (const { actor, theme } of rows.actorThemes) {
    const known = themesOf.get(actor) ?? new Set();
    themesOf.set(actor, known.add(theme));
  }
  return actorIds.map((id) => [...(themesOf.get(id) ?? [])]);
}
