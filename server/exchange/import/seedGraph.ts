import type { GraphRows, NodeRows, RelationshipRows } from '../../graph/writeGraph';
import { References } from './references';
import { seedTables } from './seedTables';
import { parseTable, TableError, type Row } from './table';
import { territoryId, toTerritoryGraph, type TerritoryFiles } from './territoryGraph';
import type { z } from 'zod';

/** Texts of the tables of a region's folder: file name without ending → text. */
export type SeedTexts = Record<keyof typeof seedTables, string>;

type Tables = { [K in keyof typeof seedTables]: Row<z.output<(typeof seedTables)[K]>>[] };

/**
 * A region's facts and territories as graph rows, every reference checked.
 *
 * @throws TableError at the first broken row: file, line, column and reason
 */
export function toSeedGraph(texts: SeedTexts, territories: Omit<TerritoryFiles, 'alsoCommunes'>): GraphRows {
  const tables = Object.fromEntries(
    Object.entries(seedTables).map(([name, schema]) => [
      name,
      parseTable(`${name}.csv`, texts[name as keyof SeedTexts], schema),
    ]),
  ) as unknown as Tables;
  const references = new References();
  const alsoCommunes = new Set(tables.communes_outside.map((row) => row.insee));
  const territoryGraph = toTerritoryGraph({ ...territories, alsoCommunes }, references);
  checkReferences(tables, references);
  const parts = [
    territoryGraph,
    toSchemes(tables),
    toActors(tables),
    toProductions(tables),
    toTies(tables),
    toEvidence(tables),
  ];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    relationships: parts.flatMap((part) => part.relationships),
  };
}

function checkReferences(tables: Tables, references: References): void {
  const kinds = { sources: 'source', competences: 'competence', themes: 'theme', actors: 'actor' } as const;
  for (const [table, kind] of Object.entries(kinds))
    for (const row of tables[table as keyof typeof kinds])
      references.add(kind, row.id, `${table}.csv`, row.line);
  for (const row of tables.productions) references.add('production', row.id, 'productions.csv', row.line);
  for (const row of tables.needs) references.add('need', row.id, 'needs.csv', row.line);
  for (const row of tables.survey)
    references.add('campaign', row.campaign, 'survey.csv', row.line, 'campaign');
  const pointers: [keyof Tables, string, string][] = [
    ['competences', 'broader', 'competence'],
    ['themes', 'broader', 'theme'],
    ['actors', 'parent', 'actor'],
    ['actors', 'insee', 'commune'],
    ['actor_competences', 'actor', 'actor'],
    ['actor_competences', 'competence', 'competence'],
    ['actor_themes', 'actor', 'actor'],
    ['actor_themes', 'theme', 'theme'],
    ['contributions', 'actor', 'actor'],
    ['contributions', 'production', 'production'],
    ['stops', 'production', 'production'],
    ['stops', 'host_actor', 'actor'],
    ['stops', 'insee', 'commune'],
    ['partnerships', 'a', 'actor'],
    ['partnerships', 'b', 'actor'],
    ['needs', 'actor', 'actor'],
    ['needs', 'competence', 'competence'],
    ['needs', 'theme', 'theme'],
    ['survey_status', 'actor', 'actor'],
    ['survey_status', 'campaign', 'campaign'],
  ];
  for (const [table, column, kind] of pointers)
    for (const row of tables[table] as unknown as (Record<string, string | null> & { line: number })[])
      references.check(kind, row[column] ?? null, `${table}.csv`, row.line, column);
  for (const row of tables.productions)
    for (const theme of row.themes) references.check('theme', theme, 'productions.csv', row.line, 'themes');
  for (const row of tables.indicators)
    references.check(row.subject_type, row.subject, 'indicators.csv', row.line, 'subject');
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows)
      if ('source_id' in row)
        references.check('source', row.source_id as string, `${table}.csv`, row.line, 'source_id');
  for (const row of tables.partnerships)
    if (row.a === row.b)
      throw new TableError('partnerships.csv', row.line, 'b', 'an actor is its own partner');
}

function toSchemes({ competences, themes }: Tables): GraphRows {
  const broader = (
    label: 'Competence' | 'Theme',
    rows: { id: string; broader: string | null }[],
  ): RelationshipRows => ({
    type: 'BROADER',
    from: label,
    to: label,
    rows: rows.flatMap((row) => (row.broader === null ? [] : [{ from: row.id, to: row.broader }])),
  });
  return {
    nodes: [
      {
        label: 'Competence',
        rows: competences.map((row) => ({
          id: row.id,
          phase: row.phase,
          labelFr: row.label_fr,
          labelEn: row.label_en,
          definitionFr: row.definition_fr,
        })),
      },
      {
        label: 'Theme',
        rows: themes.map((row) => ({
          id: row.id,
          labelFr: row.label_fr,
          labelEn: row.label_en,
          closeMatch: row.close_match,
        })),
      },
    ],
    relationships: [broader('Competence', competences), broader('Theme', themes)],
  };
}

function toActors({ actors, actor_competences, actor_themes }: Tables): GraphRows {
  const emptyToNull = (value: string) => (value === '' ? null : value);
  const nodes = (kind: 'STRUCTURE' | 'LAB', also: 'Structure' | 'Lab'): NodeRows => ({
    label: 'Actor',
    also,
    rows: actors
      .filter((row) => row.kind === kind)
      .map((row) => ({
        id: row.id,
        kind,
        family: row.type,
        legalStatus: row.legal_status,
        name: row.name,
        acronym: row.acronym,
        website: row.website,
        siret: emptyToNull(row.siret),
        rna: row.rna,
        rnsr: emptyToNull(row.rnsr),
        ror: row.ror,
        museofile: emptyToNull(row.museofile),
        summaryFr: row.summary_fr,
        summaryEn: row.summary_en,
      })),
  });
  return {
    nodes: [nodes('STRUCTURE', 'Structure'), nodes('LAB', 'Lab')],
    relationships: [
      statedBy('Actor', actors),
      {
        type: 'LOCATED_IN',
        from: 'Actor',
        to: 'Territory',
        rows: actors.flatMap((row) =>
          row.insee === null
            ? []
            : [
                {
                  from: row.id,
                  to: territoryId.commune(row.insee),
                  evidence: row.insee_evidence,
                  sourceId: row.source_id,
                },
              ],
        ),
      },
      {
        type: 'BELONGS_TO',
        from: 'Actor',
        to: 'Actor',
        rows: actors.flatMap((row) =>
          row.parent === null ? [] : [{ from: row.id, to: row.parent, sourceId: row.source_id }],
        ),
      },
      {
        type: 'HAS_COMPETENCE',
        from: 'Actor',
        to: 'Competence',
        rows: actor_competences.map((row) => ({
          from: row.actor,
          to: row.competence,
          level: row.level,
          status: row.status,
          evidence: row.evidence_fr,
          sourceId: row.source_id,
        })),
      },
      {
        type: 'WORKS_ON',
        from: 'Actor',
        to: 'Theme',
        rows: actor_themes.map((row) => ({ from: row.actor, to: row.theme, sourceId: row.source_id })),
      },
    ],
  };
}

const PHASES = new Set(['VALIDATION', 'FABRICATION', 'DIFFUSION']);

function toProductions({ productions, contributions, stops }: Tables): GraphRows {
  const numbered = stops.map((row, index) => ({
    ...row,
    id: `stop-${String(index + 1).padStart(3, '0')}`,
    copy: copyId(row.production, row.module),
  }));
  const copies = new Map(numbered.map((row) => [row.copy, row]));
  const link = (
    type: 'SHOWS' | 'HOSTED_BY' | 'TAKES_PLACE_IN',
    to: 'Copy' | 'Actor' | 'Territory',
    rows: RelationshipRows['rows'],
  ): RelationshipRows => ({ type, from: 'Event', to, rows });
  return {
    nodes: [
      {
        label: 'Production',
        rows: productions.map((row) => ({
          id: row.id,
          title: row.title,
          type: row.type,
          audiences: row.audiences,
          ageMin: row.age_min,
          touring: row.touring,
          modules: row.modules,
          surfaceM2: row.surface_m2,
          loanFeeEur: row.loan_fee_eur,
          year: row.year,
          summaryFr: row.summary_fr,
          summaryEn: row.summary_en,
        })),
      },
      { label: 'Copy', rows: [...copies].map(([id, row]) => ({ id, module: row.module })) },
      {
        label: 'Event',
        rows: numbered.map((row) => ({
          id: row.id,
          kind: 'TOUR_STOP',
          start: row.start,
          end: row.end,
          ...toInterval(row.start, row.end),
          place: row.place,
          visitors: row.visitors,
        })),
      },
    ],
    relationships: [
      statedBy('Production', productions),
      statedBy('Event', numbered),
      {
        type: 'ABOUT',
        from: 'Production',
        to: 'Theme',
        rows: productions.flatMap((row) => row.themes.map((theme) => ({ from: row.id, to: theme }))),
      },
      {
        type: 'CONTRIBUTED_TO',
        from: 'Actor',
        to: 'Production',
        key: ['key'],
        rows: contributions.map((row) => ({
          from: row.actor,
          to: row.production,
          key: `${row.role} ${row.year ?? ''}`.trim(),
          role: row.role,
          phase: PHASES.has(row.role) ? row.role : null,
          year: row.year,
          sourceId: row.source_id,
        })),
      },
      {
        type: 'COPY_OF',
        from: 'Copy',
        to: 'Production',
        rows: [...copies].map(([id, row]) => ({ from: id, to: row.production })),
      },
      link(
        'SHOWS',
        'Copy',
        numbered.map((row) => ({ from: row.id, to: row.copy })),
      ),
      link(
        'HOSTED_BY',
        'Actor',
        numbered.flatMap((row) =>
          row.host_actor === null ? [] : [{ from: row.id, to: row.host_actor, sourceId: row.source_id }],
        ),
      ),
      link(
        'TAKES_PLACE_IN',
        'Territory',
        numbered.flatMap((row) =>
          row.insee === null ? [] : [{ from: row.id, to: territoryId.commune(row.insee) }],
        ),
      ),
    ],
  };
}

function copyId(production: string, module: string | null): string {
  if (module === null) return production;
  const slug = module
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return `${production}-${slug.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

/**
 * The widest days that two dates of reduced precision allow: `2025-04` begins on 1 April at the earliest, ends on
 * 30 April at the latest. A missing end is the start's; both missing is unknown.
 */
export function toInterval(
  start: string | null,
  end: string | null,
): { earliest: string | null; latest: string | null } {
  const first = start ?? end;
  const last = end ?? start;
  if (first === null || last === null) return { earliest: null, latest: null };
  const [year, month, day] = last.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year!, month ?? 12, 0)).getUTCDate();
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    earliest: `${first}${'-01-01'.slice(first.length - 4)}`,
    latest: `${year}-${pad(month ?? 12)}-${pad(day ?? lastDay)}`,
  };
}

const DIRECTED = new Set(['MEMBER_OF', 'GOVERNANCE', 'SUPERVISED_BY', 'FACILITY_OF']);

function toTies({ partnerships, needs, actors }: Tables): GraphRows {
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

function toEvidence({ sources, survey, survey_status, indicators }: Tables): GraphRows {
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

function statedBy(
  from: RelationshipRows['from'],
  rows: { id: string; source_id: string }[],
): RelationshipRows {
  return {
    type: 'STATED_BY',
    from,
    to: 'Source',
    rows: rows.map((row) => ({ from: row.id, to: row.source_id })),
  };
}
