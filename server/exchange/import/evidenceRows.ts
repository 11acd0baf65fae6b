import type { GraphRows, RelationshipRows } from '../../graph/writeGraph';
import type { SeedRows } from './seedTables';
import { statedBy } from './statedBy';

const DIRECTED = new Set(['MEMBER_OF', 'GOVERNANCE', 'SUPERVISED_BY', 'FACILITY_OF']);

/** Partnerships and needs. */
export function toTies(rows: SeedRows): GraphRows {
  const parts = [toPartnerships(rows), toNeeds(rows)];
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    relationships: parts.flatMap(({ relationships }) => relationships),
  };
}

function toPartnerships({ partnerships, actors }: SeedRows): GraphRows {
  const labs = new Set(actors.filter((row) => row.kind === 'LAB').map((row) => row.id));
  const numbered = partnerships.map((row) => ({
    ...row,
    id: `${row.a}--${row.b}--${row.kind.toLowerCase().replaceAll('_', '-')}`,
  }));
  const ends = (kind: string) =>
    DIRECTED.has(kind) ? (['FROM', 'TO'] as const) : (['PARTNER', 'PARTNER'] as const);
  return {
    nodes: [
      {
        label: 'Partnership',
        rows: numbered.map(({ id, kind, start, end, about }) => ({ id, kind, start, end, about })),
      },
    ],
    relationships: [
      statedBy('Partnership', numbered),
      {
        type: 'PARTNER_IN',
        from: 'Actor',
        to: 'Partnership',
        rows: numbered.flatMap((row) => [
          { from: row.a, to: row.id, role: ends(row.kind)[0], sourceId: row.source_id },
          { from: row.b, to: row.id, role: ends(row.kind)[1], sourceId: row.source_id },
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
    ],
  };
}

function toNeeds({ needs }: SeedRows): GraphRows {
  const simple = (
    type: RelationshipRows['type'],
    to: RelationshipRows['to'],
    column: 'actor' | 'competence' | 'theme',
  ): RelationshipRows => ({
    type,
    from: 'Need',
    to,
    rows: needs.flatMap((row) => (row[column] === null ? [] : [{ from: row.id, to: row[column] }])),
  });
  return {
    nodes: [
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
      statedBy('Need', needs),
      simple('NEEDED_BY', 'Actor', 'actor'),
      simple('SEEKS', 'Competence', 'competence'),
      simple('ABOUT', 'Theme', 'theme'),
    ],
  };
}

/** Sources, surveys and figures. */
export function toEvidence(rows: SeedRows): GraphRows {
  const sources: GraphRows = {
    nodes: [{ label: 'Source', rows: rows.sources.map(({ line: _, ...row }) => row) }],
    relationships: [],
  };
  const parts = [sources, toSurveys(rows), toIndicators(rows)];
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    relationships: parts.flatMap(({ relationships }) => relationships),
  };
}

function toSurveys({ survey, survey_status }: SeedRows): GraphRows {
  const responses = survey_status.map((row) => ({
    ...row,
    id: `${row.campaign}--${row.actor}--${row.status.toLowerCase()}`,
  }));
  const surveys = survey.map((row) => ({ ...row, id: row.campaign }));
  return {
    nodes: [
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
    ],
    relationships: [
      statedBy('Survey', surveys),
      statedBy('SurveyResponse', responses),
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
    ],
  };
}

function toIndicators({ indicators }: SeedRows): GraphRows {
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
  return {
    nodes: [
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
      statedBy('Indicator', figures),
      measures('actor', 'Actor'),
      measures('production', 'Production'),
      measures('campaign', 'Survey'),
    ],
  };
}
