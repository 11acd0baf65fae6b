/** How a field of two records compares. */
export interface FieldLevel {
  /** Probability of this level among pairs that are the same, 0..1. */
  m: number;
  /** Probability of this level among pairs that are not, 0..1. */
  u: number;
}

/** How the names compare; `GENERIC`: at least one says nothing but the kind of place and the town. */
export type NameLevel = 'SAME' | 'CLOSE' | 'PARTIAL' | 'GENERIC' | 'DIFFERENT';
/** How the communes compare; `ELSEWHERE`: they are of two départements. */
export type CommuneLevel = 'SAME' | 'UNKNOWN' | 'DIFFERENT' | 'ELSEWHERE';
/** How the kinds compare; `RELATED`: one may be filed as the other. */
export type KindLevel = 'SAME' | 'RELATED' | 'DIFFERENT';

/** The parameters of the probabilistic match: shown beside every score. */
export interface LinkageParameters {
  name: Record<NameLevel, FieldLevel>;
  /** Places open to the public stand in one commune. */
  commune: Record<CommuneLevel, FieldLevel>;
  /** Laboratories have several sites, and registers file them at another. */
  laboratoryCommune: Record<CommuneLevel, FieldLevel>;
  kind: Record<KindLevel, FieldLevel>;
  /** Probability that a row and an actor drawn at random among the pairs compared are the same. */
  prior: number;
  /** Overlap of distinctive words from which names are `CLOSE`, and `PARTIAL`. */
  closeFrom: number;
  partialFrom: number;
  /** Probability from which a match is sure, and from which it is to review; under it the row is absent. */
  sureFrom: number;
  reviewFrom: number;
}

/**
 * Set by hand from what registers are like: most of the same are filed in the same commune (headquarters and laboratories of several sites differ); names of
 * two libraries of a town agree by nothing but their kind, and places of two départements that bear one name (a writer's, "La Source") are two places. Within pairs that share a commune or a rare word, one in fifty is the same.
 */
export const DEFAULT_LINKAGE: LinkageParameters = {
  name: {
    SAME: { m: 0.55, u: 0.0005 },
    CLOSE: { m: 0.2, u: 0.001 },
    PARTIAL: { m: 0.15, u: 0.02 },
    GENERIC: { m: 0.08, u: 0.08 },
    DIFFERENT: { m: 0.02, u: 0.8985 },
  },
  commune: {
    SAME: { m: 0.926, u: 0.3 },
    UNKNOWN: { m: 0.07, u: 0.07 },
    DIFFERENT: { m: 0.0032, u: 0.19 },
    ELSEWHERE: { m: 0.0008, u: 0.44 },
  },
  laboratoryCommune: {
    SAME: { m: 0.83, u: 0.3 },
    UNKNOWN: { m: 0.07, u: 0.07 },
    DIFFERENT: { m: 0.03, u: 0.19 },
    ELSEWHERE: { m: 0.07, u: 0.44 },
  },
  kind: {
    SAME: { m: 0.85, u: 0.1 },
    RELATED: { m: 0.12, u: 0.15 },
    DIFFERENT: { m: 0.03, u: 0.75 },
  },
  prior: 0.02,
  closeFrom: 0.75,
  partialFrom: 0.45,
  sureFrom: 0.95,
  reviewFrom: 0.3,
};

/** The levels two records agree at. */
export interface Agreement {
  name: NameLevel;
  commune: CommuneLevel;
  kind: KindLevel;
}

/** What else the score of a pair depends on. */
export interface PairContext {
  /** The row is of a laboratory. */
  laboratory: boolean;
  /** Share of the other rows of the register that bear the row's very name, 0..1: names like those of famous people tell little. */
  nameShare: number;
}

/** A score that opens into its parts. */
export interface LinkageScore {
  agreement: Agreement;
  /** log₂(m ÷ u) of each field: for (above 0) or against. */
  weights: Record<keyof Agreement, number>;
  /** Their sum and the prior's log-odds, in bits. */
  bits: number;
  /** Posterior probability of being the same, 0..1. */
  probability: number;
}

/**
 * Score of a pair: `bits = log₂(prior ÷ (1 − prior)) + Σ log₂(m ÷ u)` of the level of each field, fields taken as independent; `probability = 1 ÷ (1 + 2^−bits)`.
 * For names that agree, `u` is at least the share of other rows with that name (value-specific weights, Winkler 1989).
 *
 * Reference: Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049.
 */
export function linkageScore(
  agreement: Agreement,
  parameters: LinkageParameters,
  { laboratory, nameShare }: PairContext,
): LinkageScore {
  const bitsOf = ({ m, u }: FieldLevel) => Math.log2(m / u);
  const name = parameters.name[agreement.name];
  const agrees = agreement.name === 'SAME' || agreement.name === 'CLOSE';
  const communes = laboratory ? parameters.laboratoryCommune : parameters.commune;
  const weights = {
    name: bitsOf(agrees ? { m: name.m, u: Math.max(name.u, nameShare) } : name),
    commune: bitsOf(communes[agreement.commune]),
    kind: bitsOf(parameters.kind[agreement.kind]),
  };
  const prior = Math.log2(parameters.prior / (1 - parameters.prior));
  const bits = prior + weights.name + weights.commune + weights.kind;
  return { agreement, weights, bits, probability: 1 / (1 + 2 ** -bits) };
}
