import type { Graph } from '../graph';
import { categoryParameter, type Measure } from './measure';

/** Ties inside and outside a group of nodes. */
export interface GroupTies {
  /** Ties with both ends in the group, each counted once. */
  internal: number;
  /** Ties with one end in the group. */
  external: number;
  /** `(external − internal) ÷ (external + internal)`; `null` without ties. */
  index: number | null;
}

/** The E–I index of a network cut by a category. */
export interface EiIndex extends GroupTies {
  byCategory: ReadonlyMap<string, GroupTies>;
  /** Ties of which an end has no known category: not counted. */
  unknownTies: number;
}

/**
 * E–I index: `(E − I) ÷ (E + I)`, with E the ties between categories and I the ties within, from −1 (all within) to 1 (all
 * between). A tie counts once, whatever its weight. By category, E counts the ties that leave it.
 *
 * Reference: Krackhardt & Stern (1988), doi:10.2307/2786835.
 *
 * @param categories - by node; `null` when unknown
 */
export function eiIndex(graph: Graph, categories: readonly (string | null)[]): EiIndex {
  const { nodeCount, offsets, neighbours } = graph;
  const counts = new Map<string, { internal: number; external: number }>();
  for (const category of [...new Set(categories)].sort())
    if (category !== null) counts.set(category, { internal: 0, external: 0 });
  let internal = 0;
  let external = 0;
  let unknownTies = 0;
  for (let node = 0; node < nodeCount; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      if (neighbours[k]! < node) continue;
      const own = categories[node] ?? null;
      const other = categories[neighbours[k]!] ?? null;
      if (own === null || other === null) unknownTies++;
      else if (own === other) {
        internal++;
        counts.get(own)!.internal++;
      } else {
        external++;
        counts.get(own)!.external++;
        counts.get(other)!.external++;
      }
    }
  const byCategory = new Map(
    [...counts].map(([category, ties]) => [category, groupTies(ties.internal, ties.external)]),
  );
  return { ...groupTies(internal, external), byCategory, unknownTies };
}

function groupTies(internal: number, external: number): GroupTies {
  const all = internal + external;
  return { internal, external, index: all === 0 ? null : (external - internal) / all };
}

/** E–I index, as one chooses it in the interface. */
export const eiMeasure: Measure = {
  id: 'eiIndex',
  label: { fr: 'Ouverture (indice E–I)', en: 'Openness (E–I index)' },
  help: {
    fr: 'De −1 quand chacun reste entre soi à 1 quand tous les liens passent d’une catégorie à une autre.',
    en: 'From −1 when all stay among themselves to 1 when every tie goes from one category to another.',
  },
  parameters: [categoryParameter],
  formula: 'EI = (E − I) ÷ (E + I)',
  references: [
    {
      citation: 'Krackhardt & Stern (1988), Informal networks and organizational crises',
      doi: '10.2307/2786835',
    },
  ],
  byActor: null,
  compute: ({ graph, categories }, { category }) => {
    const found = eiIndex(graph, categories[String(category)]!);
    const column = (id: string, fr: string, en: string, kind: 'text' | 'number') => ({
      id,
      label: { fr, en },
      kind,
    });
    return {
      figures: [{ id: 'eiIndex', label: eiMeasure.label, value: found.index }],
      actors: [],
      tables: [
        {
          id: 'byCategory',
          label: { fr: 'Par catégorie', en: 'By category' },
          columns: [
            column('category', 'Catégorie', 'Category', 'text'),
            column('internal', 'Liens internes', 'Ties within', 'number'),
            column('external', 'Liens vers d’autres', 'Ties to others', 'number'),
            column('index', 'Indice E–I', 'E–I index', 'number'),
          ],
          rows: [...found.byCategory].map(([name, ties]) => [name, ties.internal, ties.external, ties.index]),
        },
      ],
      leftOut: [
        {
          reason: { fr: 'liens dont une catégorie est inconnue', en: 'ties with an unknown category' },
          count: found.unknownTies,
        },
      ],
    };
  },
};
