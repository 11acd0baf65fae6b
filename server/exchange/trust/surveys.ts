import type { Database } from '../../database/driver';
import { readGraph, type GraphReader, type ImportRecord } from '../../graph/changeGraph';
import type { RowChange, TableRow } from '../../graph/tables';
import { changeRows, type RowsRequest } from '../import/changeRows';
import { freeIdentifier } from '../import/parseRows';
import { slug } from '../sheets/normalise';
import { sheets } from '../sheets/sheets';

/** Where each actor stands in a campaign, with what it is grouped by. */
export interface SurveyFollowUp {
  survey: TableRow;
  responses: readonly {
    actor: string;
    name: string;
    family: string;
    commune: string | null;
    communeName: string | null;
    /** Identifiers of the intercommunality and of the département of its commune. */
    epci: string | null;
    department: string | null;
    status: string;
  }[];
}

/** Reads where each actor stands in a campaign; undefined when there is no such campaign. */
export async function readSurvey(database: Database, id: string): Promise<SurveyFollowUp | undefined> {
  return readGraph(database, async (reader) => {
    const [survey] = await reader.rows(sheets.surveys.table, [id]);
    if (survey === undefined) return undefined;
    const found = await reader.query(
      `MATCH (:Survey {id: $id})<-[:IN_SURVEY]-(r:SurveyResponse)-[:RESPONSE_OF]->(a:Actor)
      OPTIONAL MATCH (a)-[:LOCATED_IN]->(c:Commune)
      RETURN a.id AS actor, a.name AS name, a.family AS family, c.id AS commune, c.name AS communeName,
        head([(c)-[:PART_OF]->(e:Epci) | e.id]) AS epci, head([(c)-[:PART_OF]->(d:Department) | d.id]) AS department,
        r.status AS status
      ORDER BY name, actor, status`,
      { id },
    );
    return { survey, responses: found as unknown as SurveyFollowUp['responses'] };
  });
}

/** Statuses that say that an actor was reached, and that it answered. */
const REACHED = new Set(['CONTACTED', 'ANSWERED', 'REFUSED']);

/** How a campaign goes, in a group of actors. */
export interface SurveyProgress {
  toContact: number;
  /** Contacted, those that answered or refused included. */
  contacted: number;
  answered: number;
  refused: number;
  gone: number;
  /** Answered ÷ contacted; null when nobody was contacted. */
  rate: number | null;
}

/**
 * Counts how a campaign goes among some responses. An actor that was gone is not counted as contacted.
 *
 * @param statuses - one status an actor; other roles (steering group, partner…) are left out
 */
export function surveyProgress(statuses: readonly string[]): SurveyProgress {
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  const contacted = statuses.filter((status) => REACHED.has(status)).length;
  return {
    toContact: count('TO_CONTACT'),
    contacted,
    answered: count('ANSWERED'),
    refused: count('REFUSED'),
    gone: count('GONE'),
    rate: contacted === 0 ? null : count('ANSWERED') / contacted,
  };
}

/** A campaign to create. */
export interface NewSurvey {
  title: string;
  year: number;
  /** Actors to contact. */
  actors: readonly string[];
  /** Source of the campaign; it must exist. */
  sourceId: string;
}

/**
 * Creates a campaign, each actor to be contacted.
 *
 * @returns its identifier, made from its title
 */
export async function createSurvey(
  database: Database,
  survey: NewSurvey,
  request: Omit<RowsRequest, 'kind' | 'sourceId' | 'title'>,
): Promise<string> {
  let id = '';
  const about = { ...request, kind: 'SURVEY' as const, title: survey.title, sourceId: survey.sourceId };
  await changeRows(database, about, async (reader) => {
    const known = await reader.rows(sheets.surveys.table);
    const taken = new Set(known.map((row) => row.id as string));
    id = freeIdentifier(slug(survey.title) || `enquete-${survey.year}`, (one) => taken.has(one))!;
    const sources = [survey.sourceId];
    const after = {
      id,
      title: survey.title,
      year: survey.year,
      contacted: null,
      identified: null,
      answered: null,
      sources,
    };
    const changes: RowChange[] = [{ table: 'surveys', key: id, before: null, after }];
    const responses = [...new Set(survey.actors)].map((actor) =>
      toResponse(id, actor, 'TO_CONTACT', sources),
    );
    return { changes: [...changes, ...responses] };
  });
  return id;
}

function toResponse(survey: string, actor: string, status: string, sources: string[]): RowChange {
  const id = `${survey}--${actor}`;
  return { table: 'surveyResponses', key: id, before: null, after: { id, survey, actor, status, sources } };
}

/**
 * Sets where some actors stand in a campaign; an actor that was not in it enters it.
 *
 * @returns the dated change; null when nothing changed
 */
export async function setSurveyStatus(
  database: Database,
  {
    survey,
    actors,
    status,
    sourceId,
  }: { survey: string; actors: readonly string[]; status: string; sourceId: string },
  request: Omit<RowsRequest, 'kind' | 'sourceId' | 'title'>,
): Promise<ImportRecord | null> {
  const about = { ...request, kind: 'SURVEY' as const, title: survey, sourceId };
  return changeRows(database, about, async (reader) => {
    const rows = await reader.rows(sheets.surveyResponses.table);
    const byId = new Map(rows.map((row) => [row.id as string, row]));
    const changes = [...new Set(actors)].flatMap((actor): RowChange[] => {
      const before = byId.get(`${survey}--${actor}`);
      if (before === undefined) return [toResponse(survey, actor, status, [sourceId])];
      if (before.status === status) return [];
      return [{ table: 'surveyResponses', key: before.id as string, before, after: { ...before, status } }];
    });
    return { changes };
  });
}

/** Those of some actors and sources that do not exist. */
export async function readUnknown(
  database: Database,
  actors: readonly string[],
  sources: readonly string[],
): Promise<{ actors: string[]; sources: string[] }> {
  const missing = (reader: GraphReader, label: 'Actor' | 'Source', ids: readonly string[]) =>
    reader
      .query(
        `UNWIND $ids AS id WITH DISTINCT id WHERE NOT EXISTS { (:${label} {id: id}) } RETURN id ORDER BY id`,
        { ids },
      )
      .then((rows) => rows.map(({ id }) => id as string));
  return readGraph(database, async (reader) => ({
    actors: await missing(reader, 'Actor', actors),
    sources: await missing(reader, 'Source', sources),
  }));
}
