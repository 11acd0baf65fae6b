import type { Phase } from '../../lib/phases';

/** What a link to the search for partners needs of a production. */
export interface Brief {
  id: string;
  type?: string | null;
  audiences?: readonly string[] | null;
  themes: readonly { id: string }[];
  requires: readonly { id: string; phase: string }[];
  contributorsConnection: { edges: readonly { node: { id: string } }[] };
}

/**
 * The search for someone who brings a phase that a production lacks: the brief as the page of partners writes it, with the
 * competences of that phase that the production requires or, where it states none, the broadest ones of the phase.
 *
 * @param broadest - competences without a broader one
 */
export function partnersLink(
  production: Brief,
  phase: Phase,
  broadest: readonly { id: string; phase: string }[],
): string {
  const idsOf = (list: readonly { id: string }[]): string => [...new Set(list.map(({ id }) => id))].join(',');
  const inPhase = (list: readonly { id: string; phase: string }[]) =>
    list.filter((each) => each.phase === phase);
  const required = inPhase(production.requires);
  const params = {
    production: production.id,
    type: production.type ?? '',
    publics: (production.audiences ?? []).join(','),
    themes: idsOf(production.themes),
    competences: idsOf(required.length > 0 ? required : inPhase(broadest)),
    avec: idsOf(production.contributorsConnection.edges.map(({ node }) => node)),
  };
  const told = Object.entries(params).filter(([, value]) => value !== '');
  return `/partenaires?${new URLSearchParams(told)}`;
}
