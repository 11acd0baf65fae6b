/** A need and what it is about, by identifier. */
export interface NeedOfActor {
  id: string;
  statementFr: string;
  group: string | null;
  actor: string | null;
  competences: readonly string[];
  themes: readonly string[];
}

/** That a source states something of a thing. */
export interface StatementRow {
  kind: 'ACTOR' | 'PRODUCTION' | 'NEED';
  id: string;
  sourceId: string;
  title: string;
}

/** What one may walk through beside the region's own rows. */
export interface BesideRows {
  needs: readonly NeedOfActor[];
  statements: readonly StatementRow[];
}

/** No need, no source. */
export const nothingBeside: BesideRows = { needs: [], statements: [] };

/** A need or a source, to be put among the nodes. */
export interface BesideNode {
  kind: 'NEED' | 'SOURCE';
  id: string;
  label: string;
  /** Group of a need. */
  sort: string | null;
}

/** One end of a relation. */
interface End {
  kind: 'ACTOR' | 'PRODUCTION' | 'NEED' | 'COMPETENCE' | 'THEME' | 'SOURCE';
  id: string;
}

/** A relation of a need or of a source. */
export interface BesideEdge {
  relation: 'NEED' | 'SEEKING' | 'THEME' | 'SOURCE';
  from: End;
  to: End;
}

/** Needs and sources, each source once. */
export function besideNodes({ needs, statements }: BesideRows): BesideNode[] {
  const titles = new Map(statements.map(({ sourceId, title }) => [sourceId, title]));
  return [
    ...needs.map(({ id, statementFr, group }): BesideNode => ({
      kind: 'NEED',
      id,
      label: statementFr,
      sort: group,
    })),
    ...[...titles].map(([id, label]): BesideNode => ({ kind: 'SOURCE', id, label, sort: null })),
  ];
}

/** Who needs what, what a need is about, and which source states what. */
export function besideEdges({ needs, statements }: BesideRows): BesideEdge[] {
  const edge = (relation: BesideEdge['relation'], from: End, to: End): BesideEdge => ({ relation, from, to });
  return [
    ...needs.flatMap(({ id, actor, competences, themes }) => {
      const need: End = { kind: 'NEED', id };
      return [
        ...(actor === null ? [] : [edge('NEED', { kind: 'ACTOR', id: actor }, need)]),
        ...competences.map((competence) => edge('SEEKING', need, { kind: 'COMPETENCE', id: competence })),
        ...themes.map((theme) => edge('THEME', need, { kind: 'THEME', id: theme })),
      ];
    }),
    ...statements.map(({ kind, id, sourceId }) =>
      edge('SOURCE', { kind, id }, { kind: 'SOURCE', id: sourceId }),
    ),
  ];
}
