import type { NetworkTieKind, NetworkTiesInput } from '../../graphql/generated/graphql';
import { choiceParam, listParam, numberParam, textParam, type UrlValues } from '../../lib/urlCodecs';

/** Kinds of tie, in the order in which they are shown. */
export const tieKinds = [
  'PARTNERSHIP',
  'CONTRIBUTION',
  'HOSTING',
  'SUPERVISION',
] as const satisfies readonly NetworkTieKind[];

/** Categories that the matrix can cross. */
export const categories = ['formerRegion', 'department', 'family', 'phase'] as const;

/** What the page of synergies keeps in its address. */
export const synergiesCodecs = {
  liens: listParam(tieKinds, [...tieKinds]),
  date: textParam(),
  croiser: choiceParam(categories, 'formerRegion'),
  avant: numberParam(2018, { min: 1900, max: 2100 }),
  apres: numberParam(2025, { min: 1900, max: 2100 }),
  mesure: textParam(),
  /** Values of the measure's parameters: `id:value` pairs. */
  reglages: listParam(),
};

/** Values of {@link synergiesCodecs}. */
export type SynergiesState = UrlValues<typeof synergiesCodecs>;

/** Which ties count, as the API is told; a date that is not one yet is not sent. */
export function toTies({ liens, date }: SynergiesState): NetworkTiesInput {
  const all = liens.length === 0 || liens.length === tieKinds.length;
  return {
    kinds: all ? null : liens,
    date: /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) ? date : null,
  };
}
