import { arcPlace } from './actorProjection';
import { components } from './cohesion';
import {
  inverseDocumentFrequencies,
  rankPairs,
  themeNorms,
  type LatentTieInput,
  type RankedPair,
} from './latentTieRanking';
import { column, leftOut, numberOf, type AnswerTable, type Measure } from './measure';

/** A tie that does not exist, and what speaks for it. */
export interface LatentTie {
  /** Nodes, `a` before `b` in the order of the actors' identifiers. */
  a: number;
  b: number;
  /** Geometric mean of the two parts, in `0..1`. */
  score: number;
  /** What each would bring the other, by phase: see `complementarity`. */
  complementarity: number;
  /** By phase in order of `phases`, level of b less level of a: positive where b brings, negative where a does. */
  phaseGains: [number, number, number];
  /** Nearness of themes: cosine by inverse document frequency × s ÷ (s + 1), with s shared themes. */
  themeScore: number;
  /** The rarest first. */
  sharedThemes: { theme: string; idf: number }[];
  /** Why it is missing: contacts they have in common, or none. */
  commonContacts: number[];
  /** False when no chain of ties leads from one to the other. */
  connected: boolean;
}

/** Latent ties, the strongest first, and what could not be ranked. */
export interface LatentTies {
  ties: LatentTie[];
  /** Actors that have declared no competence: not ranked, for unknown is not zero. */
  withoutCompetence: number;
  /** Actors without a theme, or of which every theme is everyone's: not ranked. */
  withoutTheme: number;
}

/**
 * The strongest ties that do not exist: pairs of actors without a tie that share a theme, ranked by
 * `√(complementarity × theme)`. Theme is the cosine of theme vectors weighted by inverse document frequency
 * `ln(n ÷ n_t)` (n the actors with a theme), times s ÷ (s + 1) for s shared themes, since one shared theme proves
 * less than three. Equal scores are in order of the actors' identifiers.
 *
 * Reference: Spärck Jones (1972), doi:10.1108/eb026526, for the weights; Herlocker, Konstan, Borchers & Riedl (1999),
 * doi:10.1145/312624.312682, for the discount of thin evidence.
 *
 * @param most - pairs kept, at least 1; 50 when left out
 * @throws RangeError when `most` is less than 1
 */
export function latentTies(input: LatentTieInput, most = 50): LatentTies {
  if (!(most >= 1)) throw new RangeError(`${most} ties: at least one must be asked for`);
  const ranked = rankPairs(input, most);
  const { membership } = components(input.graph);
  const idf = inverseDocumentFrequencies(input.themes);
  return {
    ties: ranked.map((pair) => explain(input, idf, membership, pair)),
    withoutCompetence: input.phaseLevels.filter((levels) => levels === null).length,
    withoutTheme: themeNorms(input.themes, idf).filter((norm) => norm === 0).length,
  };
}

function explain(
  { graph, phaseLevels, themes }: LatentTieInput,
  idf: ReadonlyMap<string, number>,
  component: Uint32Array,
  pair: RankedPair,
): LatentTie {
  const [levelsOfA, levelsOfB] = [phaseLevels[pair.a]!, phaseLevels[pair.b]!];
  const ofB = new Set(themes[pair.b]);
  const sharedThemes = themes[pair.a]!.filter((theme) => ofB.has(theme))
    .map((theme) => ({ theme, idf: idf.get(theme)! }))
    .sort((x, y) => y.idf - x.idf || (x.theme < y.theme ? -1 : 1));
  const contacts = graph.neighbours.subarray(graph.offsets[pair.a]!, graph.offsets[pair.a + 1]!);
  return {
    ...pair,
    phaseGains: [0, 1, 2].map((phase) => levelsOfB[phase]! - levelsOfA[phase]!) as [number, number, number],
    sharedThemes,
    commonContacts: [...contacts].filter((contact) => arcPlace(graph, contact, pair.b) >= 0),
    connected: component[pair.a] === component[pair.b],
  };
}

/** Latent ties, as one chooses them in the interface. */
export const latentTiesMeasure: Measure = {
  id: 'latentTies',
  label: { fr: 'Liens latents', en: 'Latent ties' },
  help: {
    fr: 'Les paires sans lien qui partagent des thèmes et dont chacun apporte à l’autre une phase qui lui manque.',
    en: 'Pairs without a tie that share themes and of which each brings the other a phase it lacks.',
  },
  parameters: [
    {
      id: 'most',
      label: { fr: 'Paires listées', en: 'Pairs listed' },
      kind: 'number',
      default: 50,
      minimum: 1,
      maximum: 1000,
      whole: true,
    },
  ],
  formula:
    'score = √(complementarity × theme); complementarity = 2√(g_a·g_b) ÷ 3; theme = cos_idf × s ÷ (s + 1)',
  references: [
    {
      citation: 'Spärck Jones (1972), A statistical interpretation of term specificity',
      doi: '10.1108/eb026526',
    },
    { citation: 'Herlocker et al. (1999), An algorithmic framework', doi: '10.1145/312624.312682' },
  ],
  byActor: null,
  compute: (network, values) => {
    const found = latentTies(network, numberOf(values, 'most'));
    return {
      figures: [],
      actors: [],
      tables: [latentTieTable(network.actorIds, found.ties)],
      leftOut: [
        leftOut(
          'acteurs sans compétence déclarée',
          'actors without a declared competence',
          found.withoutCompetence,
        ),
        leftOut('acteurs sans thème distinctif', 'actors without a telling theme', found.withoutTheme),
      ],
    };
  },
};

function latentTieTable(actorIds: readonly string[], ties: readonly LatentTie[]): AnswerTable {
  return {
    id: 'ties',
    label: latentTiesMeasure.label,
    columns: [
      column('a', 'Acteur', 'Actor', 'actor'),
      column('b', 'Avec', 'With', 'actor'),
      column('score', 'Force', 'Strength', 'number'),
      column('complementarity', 'Complémentarité', 'Complementarity', 'number'),
      column('validationGain', 'Validation apportée par le second', 'Validation the second brings', 'number'),
      column(
        'fabricationGain',
        'Fabrication apportée par le second',
        'Fabrication the second brings',
        'number',
      ),
      column('diffusionGain', 'Diffusion apportée par le second', 'Diffusion the second brings', 'number'),
      column('themeScore', 'Thèmes proches', 'Nearness of themes', 'number'),
      column('sharedThemes', 'Thèmes communs', 'Shared themes', 'text'),
      column('commonContacts', 'Contacts communs', 'Common contacts', 'actors'),
      column('connected', 'Reliés par d’autres (1) ou non (0)', 'Linked by others (1) or not (0)', 'number'),
    ],
    rows: ties.map((tie) => [
      actorIds[tie.a]!,
      actorIds[tie.b]!,
      tie.score,
      tie.complementarity,
      ...tie.phaseGains,
      tie.themeScore,
      tie.sharedThemes.map(({ theme }) => theme).join(' '),
      tie.commonContacts.map((node) => actorIds[node]!).join(' '),
      tie.connected ? 1 : 0,
    ]),
  };
}
