import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { createTieHistory } from '../../server/analysis/partners/history/tieHistory';
import type { PastProject, TieHistory } from '../../server/analysis/partners/history/tieHistory';

/** A project of a consortia file, its organisations by code. */
export interface ConsortiumProject {
  id: string;
  /** Codes of the organisations; the coordinator first when there is one. */
  members: string[];
  coordinator: string | null;
  /** Years with fraction. */
  year: number;
  programmes: string[];
}

/** A consortia file: projects, and what each organisation is. */
export interface Consortia {
  projects: ConsortiumProject[];
  organisations: Map<string, { country: string; type: string }>;
}

interface Participation {
  rcn: string;
  role: string;
  pic: string;
  type: string;
  country: string;
  start_date: string;
  programmes: string;
}

/**
 * Reads a consortia file: CSV, gzipped or not, a row a participation (`rcn, role, pic, type, country, start_date, programmes`).
 *
 * @throws Error when the file cannot be read
 */
export function readConsortia(file: string): Consortia {
  const raw = readFileSync(file);
  const text = raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw;
  const rows: Participation[] = parse(text, { columns: true, skip_empty_lines: true });
  const projects = new Map<string, ConsortiumProject>();
  const organisations: Consortia['organisations'] = new Map();
  for (const row of rows) {
    organisations.set(row.pic, { country: row.country, type: row.type });
    let project = projects.get(row.rcn);
    if (!project) {
      const programmes = row.programmes.split('|').filter((p) => p !== '');
      project = { id: row.rcn, members: [], coordinator: null, year: toYear(row.start_date), programmes };
      projects.set(row.rcn, project);
    }
    if (row.role === 'coordinator' && project.coordinator === null) project.coordinator = row.pic;
    if (!project.members.includes(row.pic)) project.members.push(row.pic);
  }
  return { projects: [...projects.values()], organisations };
}

function toYear(date: string): number {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  return year! + (month - 1) / 12 + (day - 1) / 365;
}

/** A history with what its numbers stand for. */
export interface IndexedHistory {
  history: TieHistory;
  organisationIndex: Map<string, number>;
  codes: string[];
  programmeIndex: Map<string, number>;
}

/** The history of the projects that started before a date; organisations are those of these projects only. */
export function historyBefore(consortia: Consortia, before: number): IndexedHistory {
  const organisationIndex = new Map<string, number>();
  const programmeIndex = new Map<string, number>();
  const number = (index: Map<string, number>, word: string) => {
    if (!index.has(word)) index.set(word, index.size);
    return index.get(word)!;
  };
  const past = consortia.projects.filter((p) => p.year < before);
  const projects: PastProject[] = past.map((p) => ({
    members: p.members.map((code) => number(organisationIndex, code)),
    leader: p.coordinator === null ? -1 : number(organisationIndex, p.coordinator),
    year: p.year,
    themes: p.programmes.map((programme) => number(programmeIndex, programme)),
  }));
  const codes = [...organisationIndex.keys()];
  const places = new Map<string, number>();
  const kinds = new Map<string, number>();
  const organisations = {
    count: codes.length,
    place: Int32Array.from(codes, (code) => number(places, consortia.organisations.get(code)!.country)),
    kind: Int32Array.from(codes, (code) => number(kinds, consortia.organisations.get(code)!.type)),
  };
  const history = createTieHistory(organisations, programmeIndex.size, projects);
  return { history, organisationIndex, codes, programmeIndex };
}
