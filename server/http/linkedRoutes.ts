import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Database } from '../database/driver';
import { addressOf, places } from '../exchange/export/addresses';
import { toCalendar } from '../exchange/export/calendar';
import { toCatalogue } from '../exchange/export/dcat';
import { readExport } from '../exchange/export/exportTables';
import { toGeoJson } from '../exchange/export/geojson';
import { describeAll, describeOne, isDescribed, toCalendarEvents } from '../exchange/export/linkedData';
import { toJsonLdDocument, toTurtle, type RdfTriple } from '../exchange/export/rdf';
import { toLinkedDocument } from '../exchange/export/schemaOrg';
import { toSitemap } from '../exchange/export/sitemap';
import { toSkos } from '../exchange/export/skos';
import { readImports } from '../graph/readChanges';
import { readPlaces } from '../graph/readPlaces';
import { readSurvivor } from '../graph/readSurvivor';
import { sendFault } from './sendFault';

const LD = 'application/ld+json';
const TURTLE = 'text/turtle';

/** Origin that the request was addressed to, which stable addresses begin with. */
function baseOf(req: Request): string {
  return `${req.protocol}://${req.get('host') ?? 'localhost'}`;
}

const sendLinked = (res: Response, document: unknown) =>
  void res.type(LD).send(JSON.stringify(document, null, 1));

function sendTriples(res: Response, format: string, triples: readonly RdfTriple[]): void {
  if (format === 'ttl') res.type(TURTLE).send(toTurtle(triples));
  else sendLinked(res, toJsonLdDocument(triples));
}

/**
 * The graph as linked data: `/acteurs/:id` and the like answer JSON-LD to a program that asks for it (`Accept`), and the page
 * of the application to a browser; the same with `.jsonld` at the end of the address. An actor that was merged leads to the
 * one it is now (307). `/export/maillage.jsonld`, `acteurs.geojson`, `competences.ttl`, `themes.ttl` (and `.jsonld`),
 * `etapes.ics` (`?production=`, `?acteur=`), `/export` as a DCAT catalogue (`catalogue.ttl`, `catalogue.jsonld`),
 * `/sitemap.xml`.
 *
 * @param database - where to read
 */
export function linkedRoutes(database: Database): Router {
  const router = Router();
  for (const [kind, path] of Object.entries(places))
    if (isDescribed(kind))
      router.get(`/${path}/:id`, async (req, res, next) => {
        res.vary('Accept');
        const wantsFile = req.params.id.endsWith('.jsonld');
        const id = wantsFile ? req.params.id.slice(0, -'.jsonld'.length) : req.params.id;
        const accepted = req.accepts(['text/html', LD, 'application/json', TURTLE]);
        if (!wantsFile && accepted !== LD && accepted !== 'application/json' && accepted !== TURTLE)
          return next();
        const described = await describeOne(database, kind, id, baseOf(req));
        if (described === undefined) {
          const survivor = kind === 'actors' ? await readSurvivor(database, id) : undefined;
          if (survivor === undefined)
            return sendFault(res, 404, 'NOT_FOUND', `Nothing has the identifier ${id}.`);
          // Not for good: a merge can be undone.
          return res.redirect(307, `/${path}/${encodeURIComponent(survivor)}${wantsFile ? '.jsonld' : ''}`);
        }
        if ('triples' in described)
          sendTriples(res, accepted === TURTLE ? 'ttl' : 'jsonld', described.triples);
        else sendLinked(res, toLinkedDocument(described.nodes));
      });
  router.get('/export/maillage.jsonld', async (req, res) =>
    sendLinked(res, toLinkedDocument(await describeAll(database, baseOf(req)))),
  );
  router.get('/export/acteurs.geojson', async (req, res) => {
    const { rows, names } = await readExport(database, { sheets: ['actors'] });
    const collection = toGeoJson(rows.get('actors') ?? [], names, await readPlaces(database), baseOf(req));
    res.type('application/geo+json').send(JSON.stringify(collection));
  });
  addVocabularies(router, database);
  addCalendar(router, database);
  addSitemap(router, database);
  return router;
}

function addSitemap(router: Router, database: Database): void {
  router.get('/sitemap.xml', async (req, res) => {
    const base = baseOf(req);
    const page = z.coerce.number().int().min(1).optional().catch(undefined).parse(req.query.page);
    const kinds = ['actors', 'productions', 'competences', 'themes', 'sources'] as const;
    const { rows } = await readExport(database, { sheets: kinds });
    const things = kinds.flatMap((kind) =>
      (rows.get(kind) ?? []).map((row) => addressOf(base, kind, row.id as string)),
    );
    const pages = ['', 'explorer', 'partenaires', 'synergies', 'couverture', 'donnees'];
    const addresses = [...pages.map((path) => `${base}/${path}`), ...things];
    res.type('application/xml').send(toSitemap(addresses, `${base}/sitemap.xml`, page));
  });
}

function addVocabularies(router: Router, database: Database): void {
  router.get('/export/:vocabulary.:format', async (req, res, next) => {
    const { vocabulary, format } = req.params;
    if (format !== 'ttl' && format !== 'jsonld') return next();
    const base = baseOf(req);
    if (vocabulary === 'catalogue') {
      const [last] = await readImports(database, 1, 0);
      return sendTriples(res, format, toCatalogue(base, last?.appliedAt ?? null));
    }
    if (vocabulary !== 'competences' && vocabulary !== 'themes') return next();
    const { rows } = await readExport(database, { sheets: [vocabulary] });
    sendTriples(res, format, toSkos(vocabulary, rows.get(vocabulary) ?? [], base));
  });
}

function addCalendar(router: Router, database: Database): void {
  router.get('/export/etapes.ics', async (req, res) => {
    const base = baseOf(req);
    const text = z.string().max(200).optional().catch(undefined);
    const production = text.parse(req.query.production);
    const actor = text.parse(req.query.acteur);
    const events = await toCalendarEvents(database, base, { production, actor });
    const name = production ?? actor ?? 'Maillage';
    const calendar = toCalendar(name, events, new Date().toISOString(), req.hostname);
    res.type('text/calendar; charset=utf-8').send(calendar);
  });
}
