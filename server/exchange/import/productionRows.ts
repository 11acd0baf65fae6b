import type { GraphRows, RelationshipRows } from '../../graph/writeGraph';
import type { SeedRows } from './seedTables';
import { statedBy } from './statedBy';
import { territoryId } from './territoryGraph';

const PHASES = new Set(['VALIDATION', 'FABRICATION', 'DIFFUSION']);

/** Productions, who contributed, their copies and the stops of these. */
export function toProductions({ productions, contributions, stops }: SeedRows): GraphRows {
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
