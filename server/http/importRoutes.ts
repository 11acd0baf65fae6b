import express, { Router } from 'express';
import type { WriteAccess } from '../auth/writeAccess';
import { importLimits } from '../exchange/import/files/limits';
import { DeskFullError, type ImportDesk } from '../exchange/jobs/importDesk';
import { isSheetId } from '../exchange/sheets/sheets';
import { mayWrite } from './mayWrite';
import { sendFault } from './sendFault';

const LONGEST_NAME = 200;

/**
 * `POST /import?name=<file name>&sheet=<sheet>`: takes the bytes of a workbook, a CSV file or an archive of CSV files, as the
 * whole body, and answers 202 with the identifier under which `importJob` tells what becomes of it. Nothing is written.
 * The token is checked before a byte of the body is read.
 *
 * @param imports - where files are handed in
 * @param writeAccess - who may
 */
export function importRoutes(imports: ImportDesk, writeAccess: WriteAccess): Router {
  const router = Router();
  router.post(
    '/import',
    mayWrite(writeAccess),
    express.raw({ type: () => true, limit: importLimits.bytes }),
    (req, res, next) => {
      const name = typeof req.query.name === 'string' ? req.query.name.slice(0, LONGEST_NAME) : 'fichier';
      const sheet = typeof req.query.sheet === 'string' ? req.query.sheet : undefined;
      if (sheet !== undefined && !isSheetId(sheet))
        return sendFault(res, 400, 'INVALID_INPUT', `${JSON.stringify(sheet)} is not a sheet.`);
      if (!Buffer.isBuffer(req.body) || req.body.length === 0)
        return sendFault(res, 400, 'INVALID_INPUT', 'The body is empty: send the bytes of the file.');
      try {
        const job = imports.submit({
          fileName: name,
          bytes: req.body,
          ...(sheet ? { expected: sheet } : {}),
        });
        res.status(202).json({ id: job.id, state: job.state });
      } catch (error) {
        if (!(error instanceof DeskFullError)) return next(error);
        sendFault(res, 503, 'BUSY', 'Several files wait already: try again in a minute.');
      }
    },
  );
  return router;
}
