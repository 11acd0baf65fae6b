import { Router } from 'express';
import { z } from 'zod';
import type { ExportSelection } from '../exchange/export/exportTables';
import type { ExportThread } from '../exchange/jobs/exportThread';
import { isSheetId } from '../exchange/sheets/sheets';
import { sendFault } from './sendFault';

const querySchema = z.object({
  lang: z.enum(['fr', 'en']).catch('fr'),
  sheets: z.string().max(500).optional(),
  actors: z.string().max(20_000).optional(),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * What the graph holds, as files: `/export/maillage.xlsx` (`lang`, `sheets` and `actors` as lists parted by commas),
 * `/export/maillage.zip` (a folder of CSV files) and `/export/<sheet>.csv`.
 *
 * @param exports - where files are made
 */
export function exportRoutes(exports: ExportThread): Router {
  const router = Router();
  router.get('/export/maillage.:format', async (req, res, next) => {
    const { format } = req.params;
    if (format !== 'xlsx' && format !== 'zip') return next();
    const { lang: language, ...query } = querySchema.parse(req.query);
    const day = today();
    const file = await exports.make({ format, selection: toSelection(query), language, day });
    res.attachment(`maillage-${day}.${format}`).type(format === 'xlsx' ? XLSX : 'application/zip');
    res.send(Buffer.from(file));
  });
  router.get('/export/:sheet.csv', async (req, res) => {
    const { sheet } = req.params;
    if (!isSheetId(sheet))
      return sendFault(res, 404, 'NOT_FOUND', `There is no sheet ${JSON.stringify(sheet)}.`);
    const { actors, lang: language } = querySchema.parse(req.query);
    const selection = toSelection({ sheets: sheet, actors });
    const file = await exports.make({ format: 'csv', selection, language, day: today() });
    res.attachment(`${sheet}.csv`).type('text/csv; charset=utf-8').send(Buffer.from(file));
  });
  return router;
}

const today = (): string => new Date().toISOString().slice(0, 10);

function toSelection({
  sheets,
  actors,
}: {
  sheets?: string | undefined;
  actors?: string | undefined;
}): ExportSelection {
  const list = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return {
    ...(sheets === undefined ? {} : { sheets: list(sheets).filter(isSheetId) }),
    ...(actors === undefined ? {} : { actors: list(actors) }),
  };
}
