import { Router } from 'express';
import { z } from 'zod';
import type { Database } from '../database/driver';
import { toCsv, toCsvArchive } from '../exchange/export/csv';
import { readExport, type ExportSelection } from '../exchange/export/exportTables';
import { readmeLines, toMarkdown } from '../exchange/export/readme';
import { toWorkbook } from '../exchange/export/workbook';
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
 * @param database - where to read
 */
export function exportRoutes(database: Database): Router {
  const router = Router();
  router.get('/export/maillage.:format', async (req, res, next) => {
    const { format } = req.params;
    if (format !== 'xlsx' && format !== 'zip') return next();
    const { lang, ...query } = querySchema.parse(req.query);
    const day = new Date().toISOString().slice(0, 10);
    const exported = await readExport(database, toSelection(query));
    res.attachment(`maillage-${day}.${format}`);
    if (format === 'xlsx') return void res.type(XLSX).send(await toWorkbook(exported, lang, day));
    const counts = new Map([...exported.rows].map(([id, rows]) => [id, rows.length] as const));
    const readme = toMarkdown(readmeLines(counts, lang, day));
    res
      .type('application/zip')
      .send(Buffer.from(toCsvArchive(exported, readme, new Date(`${day}T12:00:00Z`))));
  });
  router.get('/export/:sheet.csv', async (req, res) => {
    const { sheet } = req.params;
    if (!isSheetId(sheet))
      return sendFault(res, 404, 'NOT_FOUND', `There is no sheet ${JSON.stringify(sheet)}.`);
    const { actors } = querySchema.parse(req.query);
    const exported = await readExport(database, toSelection({ sheets: sheet, actors }));
    res.attachment(`${sheet}.csv`).type('text/csv; charset=utf-8').send(toCsv(sheet, exported));
  });
  return router;
}

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
