import express, { Router, type RequestHandler, type Response } from 'express';
import type { WriteAccess } from '../auth/writeAccess';
import type { Database } from '../database/driver';
import { toTableWorkbook } from '../exchange/export/tableWorkbook';
import { decodeText } from '../exchange/import/files/decodeText';
import { FileRefusedError } from '../exchange/import/files/limits';
import { importAges, importTravelTimes } from '../exchange/import/measured/importMeasured';
import { importReferences } from '../exchange/import/measured/importReferences';
import { MeasuredProblemsError } from '../exchange/import/measured/measuredProblem';
import { MeasuredFormatError } from '../exchange/import/measured/readDelimited';
import { readRegister } from '../exchange/import/registerImport';
import { forgetAges, forgetReference, forgetTravelTimes } from '../graph/forgetMeasured';
import { computeRegisterCoverage, toRegisterTable } from '../graphql/analysis/coverage.register';
import { currentCoverageRegion } from '../graphql/analysis/coverage.resolver';
import { toCoverageCsv } from '../graphql/analysis/coverage.tables';
import type { Projections } from '../graphql/analysis/projections';
import { readCoverageQuestion } from './coverageQuestion';
import { rateLimit } from './rateLimit';
import { mayWrite } from './mayWrite';
import { sendFault } from './sendFault';

/** Largest register, in bytes: those of the whole country have some ten thousand rows. */
const largestRegister = 20_000_000;

/** Registers matched a minute and address: each is a second of work. */
const registersPerMinute = 60;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the files given to coverage need. */
export interface UploadParts {
  database: Database;
  projections: Projections;
  writeAccess: WriteAccess;
}

/**
 * Files given to coverage.
 *
 * - `POST /coverage/register.json` (or `.csv` and `.xlsx`, the list of rows alone), `level` and `input` as for the other files of coverage: a published
 *   register (Muséofile, libraries, RNSR, FabLabs) against the graph, and what coverage would be if the absent took part. Nothing is kept.
 * - `PUT /coverage/ages?name=…`, `/coverage/travel-times` and `/coverage/references`, with the write token: ages by commune from INSEE's file, a
 *   matrix of travel times, territories elsewhere to compare with. `trial=1` says what would be written and writes nothing.
 * - `DELETE` of the same, and of `/coverage/references/<id>`, with the write token: what was imported is forgotten.
 */
export function coverageUploads({ database, projections, writeAccess }: UploadParts): Router {
  const router = Router();
  router.post(
    '/coverage/register.:format',
    rateLimit(registersPerMinute),
    express.raw({ type: () => true, limit: largestRegister }),
    answerRegister(database, projections),
  );
  const imports = { ages: importAges, 'travel-times': importTravelTimes, references: importReferences };
  for (const [name, run] of Object.entries(imports))
    router.put(`/coverage/${name}`, mayWrite(writeAccess), async (req, res) => {
      const report = await refusing(res, () =>
        run(database, req, {
          name: typeof req.query['name'] === 'string' ? req.query['name'].slice(0, 200) : name,
          day: new Date().toISOString().slice(0, 10),
          isTrial: req.query['trial'] === '1',
        }),
      );
      projections.doubt();
      if (report) res.json(report);
    });
  const forgets = {
    ages: () => forgetAges(database),
    'travel-times': () => forgetTravelTimes(database),
    'references/:id': (id: string) => forgetReference(database, id),
  };
  for (const [name, forget] of Object.entries(forgets))
    router.delete(`/coverage/${name}`, mayWrite(writeAccess), async (req, res) => {
      const forgotten = await forget(String(req.params['id'] ?? ''));
      projections.doubt();
      res.json({ forgotten });
    });
  return router;
}

function answerRegister(database: Database, projections: Projections): RequestHandler {
  return async (req, res, next) => {
    const { format } = req.params;
    if (format !== 'json' && format !== 'csv' && format !== 'xlsx') return next();
    const question = readCoverageQuestion(req);
    if ('fault' in question) return sendFault(res, 400, 'INVALID_INPUT', question.fault);
    if (!Buffer.isBuffer(req.body) || req.body.length === 0)
      return sendFault(res, 400, 'INVALID_INPUT', 'The body is empty: send the bytes of the register.');
    const bytes = req.body;
    const reading = await refusing(res, () => readRegister(database, decodeText(bytes).text));
    if (res.headersSent) return;
    if (!reading)
      return sendFault(
        res,
        400,
        'UNKNOWN_REGISTER',
        'This is none of the registers known here: Muséofile, public libraries, RNSR, FabLabs.',
      );
    const region = await currentCoverageRegion(projections);
    const answer = computeRegisterCoverage(region, question.level, question.asked, reading);
    if (format === 'json') return void res.json(answer);
    const table = toRegisterTable(answer);
    res.attachment(`maillage-register.${format}`);
    if (format === 'xlsx') return void res.type(XLSX).send(await toTableWorkbook(table, 'Registre'));
    res.type('text/csv; charset=utf-8').send(toCoverageCsv(table));
  };
}

/** Runs what reads a file; a file that is not what it should be is said so, and gives undefined. */
async function refusing<T>(res: Response, run: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    const isFault =
      error instanceof MeasuredFormatError ||
      error instanceof MeasuredProblemsError ||
      error instanceof FileRefusedError;
    if (!isFault) throw error;
    sendFault(res, 400, 'INVALID_INPUT', error.message, error.reason);
    return undefined;
  }
}
