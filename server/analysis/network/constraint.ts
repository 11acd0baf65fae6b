import type { Graph } from '../graph';
import type { Measure } from './measure';

/**
 * Burt's constraint: `cᵢ = Σⱼ (pᵢⱼ + Σ_q pᵢq p_qj)²` over the contacts j of i, where `pᵢⱼ` is the share of i's ties
 * (by weight) that goes to j and q another node. Low where contacts do not know each other: a structural hole.
 * At most 1 for most nodes, at times a little over with few contacts; `NaN` for a node without a tie.
 *
 * Reference: Burt (1992), Structural Holes, Harvard University Press; Burt (2004), doi:10.1086/421787.
 */
export function constraint(graph: Graph): Float64Array {
  const { nodeCount, offsets, neighbours } = graph;
  const shares = tieShares(graph);
  const invested = new Float64Array(nodeCount);
  const isContact = new Uint8Array(nodeCount);
  const values = new Float64Array(nodeCount).fill(NaN);
  for (let node = 0; node < nodeCount; node++) {
    const start = offsets[node]!;
    const end = offsets[node + 1]!;
    if (start === end) continue;
    for (let k = start; k < end; k++) {
      invested[neighbours[k]!] = shares[k]!;
      isContact[neighbours[k]!] = 1;
    }
    for (let k = start; k < end; k++) {
      const between = neighbours[k]!;
      const share = shares[k]!;
      for (let m = offsets[between]!; m < offsets[between + 1]!; m++) {
        const contact = neighbours[m]!;
        if (isContact[contact] === 1) invested[contact]! += share * shares[m]!;
      }
    }
    let sum = 0;
    for (let k = start; k < end; k++) {
      sum += invested[neighbours[k]!]! ** 2;
      invested[neighbours[k]!] = 0;
      isContact[neighbours[k]!] = 0;
    }
    values[node] = sum;
  }
  return values;
}

function tieShares({ nodeCount, offsets, weights }: Graph): Float64Array {
  const shares = weights.slice();
  for (let node = 0; node < nodeCount; node++) {
    let strength = 0;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) strength += weights[k]!;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) shares[k]! /= strength;
  }
  return shares;
}

/** Burt's constraint, as one chooses it in the interface. */
export const constraintMeasure: Measure = {
  id: 'constraint',
  label: { fr: 'Contrainte', en: 'Constraint' },
  help: {
    fr: 'Faible quand les partenaires d’un acteur ne se connaissent pas entre eux : il peut les relier.',
    en: 'Low when an actor’s partners do not know each other: it can bring them together.',
  },
  parameters: [],
  formula: 'c(i) = Σ_j (p_ij + Σ_q p_iq·p_qj)²',
  references: [{ citation: 'Burt (2004), Structural holes and good ideas', doi: '10.1086/421787' }],
  byActor: {
    column: 'constraint',
    label: {
      fr: 'Contrainte (peu de contacts, liés entre eux)',
      en: 'Constraint (few contacts, tied to each other)',
    },
    kind: 'amount',
  },
  compute: ({ graph }) => {
    const values = constraint(graph);
    return {
      figures: [],
      actors: [{ id: 'constraint', label: constraintMeasure.label, values }],
      tables: [],
      leftOut: [
        {
          reason: { fr: 'acteurs sans lien : non défini', en: 'actors without a tie: not defined' },
          count: values.filter(Number.isNaN).length,
        },
      ],
    };
  },
};
