import type { GraphRows, NodeRows, RelationshipRows } from '../../graph/writeGraph';
import type { SeedRows } from './seedTables';
import { statedBy } from './statedBy';
import { territoryId } from './territoryGraph';

const PHASES = new Set(['VALIDATION', 'FABRICATION', 'DIFFUSION']);

/** Productions, who contributed, their copies and the stops of these. */
export function toProductions(rows: SeedRows): GraphRows {
  const parts = [toContents(rows), toStops(rows)];
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    relationships: parts.flatMap(({ relationships }) => relationships),
  };
}

function toContents({ productions, contributions }: SeedRows): GraphRows {
  return {
    nodes: [{ label: 'Production', rows: productions.map(toProduction) }],
    relationships: [
      statedBy('Production', productions),
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
    ],
  };
}

function toProduction(row: SeedRows['productions'][number]): NodeRows['rows'][number] {
  return {
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
  };
}

type NumberedStop = SeedRows['stops'][number] & { id: string; copy: string };

function toStops({ stops }: SeedRows): GraphRows {
  const numbered = stops.map((row, index) => ({
    ...row,
    id: `stop-${String(index + 1).padStart(3, '0')}`,
    copy: copyId(row.production, row.module),
  }));
  const copies = [...new Map(numbered.map((row) => [row.copy, row])).values()];
  return {
    nodes: [
      { label: 'Copy', rows: copies.map(({ copy: id, module }) => ({ id, module })) },
      { label: 'Event', rows: numbered.map(toStop) },
    ],
    relationships: [
      statedBy('Event', numbered),
      {
        type: 'COPY_OF',
        from: 'Copy',
        to: 'Production',
        rows: copies.map(({ copy: from, production: to }) => ({ from, to })),
      },
      ...toStopTies(numbered),
    ],
  };
}

function toStop({ id, start, end, place, visitors }: NumberedStop): NodeRows['rows'][number] {
  return { id, kind: 'TOUR_STOP', start, end, ...toInterval(start, end), place, visitors };
}

function toStopTies(stops: readonly NumberedStop[]): RelationshipRows[] {
  const tie = (
    type: RelationshipRows['type'],
    to: RelationshipRows['to'],
    rows: RelationshipRows['rows'],
  ): RelationshipRows => ({ type, from: 'Event', to, rows });
  const shown = stops.map(({ id: from, copy: to }) => ({ from, to }));
  const hosted = stops.flatMap(({ id: from, host_actor: to, source_id: sourceId }) =>
    to === null ? [] : [{ from, to, sourceId }],
  );
  const placed = stops.flatMap(({ id: from, insee }) =>
    insee === null ? [] : [{ from, to: territoryId.commune(insee) }],
  );
  return [
    tie('SHOWS', 'Copy', shown),
    tie('HOSTED_BY', 'Actor', hosted),
    tie('TAKES_PLACE_IN', 'Territory', placed),
  ];
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
