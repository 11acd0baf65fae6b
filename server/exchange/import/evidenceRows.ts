import type { GraphRows, RelationshipRows } from '../../graph/writeGraph';
import type { SeedRows } from './seedTables';
import { statedBy } from './statedBy';

const DIRECTED = new Set(['MEMBER_OF', 'GOVERNANCE', 'SUPERVISED_BY', 'FACILITY_OF']);

/** Partnerships and needs. */
export function toTies({ partnerships, needs, actors }: SeedRows): GraphRows {
  const labs = new Set(actors.filter((row) => row.kind === 'LAB').map((row) => row.id));
  const numbered = partnerships.map((row) => ({
    ...row,
    id: `${row.a}--${row.b}--${row.kind.toLowerCase().replaceAll('_', '-')}`,
  }));
  const ends = (row: (typeof numbered)[number]) =>
    DIRECTED.has(row.kind) ? (['FROM', 'TO'] as const) : (['PARTNER', 'PARTNER'] as const);
  const simple = (
    type: RelationshipRows['type'],
    from: 'Need',
    to: RelationshipRows['to'],
    column: 'actor' | 'competence' | 'theme',
  ): RelationshipRows => ({
    type,
    from,
    to,
    rows: needs.flatMap((row) => (row[column] === null ? [] : [{ from: row.id, to: row[column] }])),
  });
  return {
    nodes: [
      {
        label: 'Partnership',
        rows: numbered.map(({ id, kind, start, end, about }) => ({ id, kind, start, end, about })),
      },
      {
        label: 'Need',
        rows: needs.map((row) => ({
          id: row.id,
          statementFr: row.statement_fr,
          year: row.year,
          group: row.group,
        })),
      },
    ],
    relationships: [
      statedBy('Partnership', numbered),
      statedBy('Need', needs),
      {
        type: 'PARTNER_IN',
        from: 'Actor',
        to: 'Partnership',
        rows: numbered.flatMap((row) => [
          { from: row.a, to: row.id, role: ends(row)[0], sourceId: row.source_id },
          { from: row.b, to: row.id, role: ends(row)[1], sourceId: row.source_id },
        ]),
      },
      {
        type: 'SUPERVISED_BY',
        from: 'Actor',
        to: 'Actor',
        rows: numbered.flatMap((row) =>
          row.kind === 'SUPERVISED_BY' && labs.has(row.a)
            ? [{ from: row.a, to: row.b, sourceId: row.source_id }]
            : [],
        ),
      },
      simple('NEEDED_BY', 'Need', 'Actor', 'actor'),
      simple('SEEKS', 'Need', 'Competence', 'competence'),
      simple('ABOUT', 'Need', 'Theme', 'theme'),
    ],
  };
}

/** Sources, surveys and figures. */
export function toEvidence({ sources, survey, survey_status, indicators }: SeedRows): GraphRows {
  const responses = survey_status.map((row) => ({
    ...row,
    id: `${row.campaign}--${row.actor}--${row.status.toLowerCase()}`,
  }));
  const figures = indicators.map((row) => ({
    ...row,
    id: [row.subject_type, row.subject, row.indicator, row.period].filter((part) => part !== null).join('--'),
  }));
  const measures = (
    subject: 'actor' | 'production' | 'campaign',
    to: 'Actor' | 'Production' | 'Survey',
  ): RelationshipRows => ({
    type: 'MEASURES',
    from: 'Indicator',
    to,
    rows: figures.flatMap((row) => (row.subject_type === subject ? [{ from: row.id, to: row.subject }] : [])),
  });
  const surveys = survey.map((row) => ({ ...row, id: row.campaign }));
  return {
    nodes: [
      { label: 'Source', rows: sources.map(({ line: _, ...row }) => row) },
      {
        label: 'Survey',
        rows: surveys.map(({ id, title, year, contacted, identified, answered }) => ({
          id,
          title,
          year,
          contacted,
          identified,
          answered,
        })),
      },
      { label: 'SurveyResponse', rows: responses.map(({ id, status }) => ({ id, status })) },
      {
        label: 'Indicator',
        rows: figures.map(({ id, indicator, period, value, unit }) => ({
          id,
          name: indicator,
          period,
          value,
          unit,
        })),
      },
    ],
    relationships: [
      statedBy('Survey', surveys),
      statedBy('SurveyResponse', responses),
      statedBy('Indicator', figures),
      {
        type: 'IN_SURVEY',
        from: 'SurveyResponse',
        to: 'Survey',
        rows: responses.map((row) => ({ from: row.id, to: row.campaign })),
      },
      {
        type: 'RESPONSE_OF',
        from: 'SurveyResponse',
        to: 'Actor',
        rows: responses.map((row) => ({ from: row.id, to: row.actor })),
      },
      measures('actor', 'Actor'),
      measures('production', 'Production'),
      measures('campaign', 'Survey'),
    ],
  };
}
