import { setImmediate as pause } from 'node:timers/promises';
import { unguard } from '../../sheets/formulaGuard';
import { refuseFile, type Allowance } from './limits';
import { fillMergedCells, SheetReader } from './sheetReader';
import type { RawTable } from './rawTable';
import { scanXml } from './scanXml';
import { unzip } from './unzip';

const decoder = new TextDecoder();

/**
 * Reads the visible sheets of an .xlsx workbook. Of a cell computed by a formula, the value last computed is taken and its
 * address noted; a merged cell fills each of its lines in its first column, and its first line only across columns; dates
 * are told by their format.
 *
 * @param allowance - rows and cells that may still be read
 * @param signal - gives up between two sheets
 * @throws FileRefusedError when it is no workbook, is broken or too much
 */
export async function parseXlsx(
  bytes: Uint8Array,
  allowance: Allowance,
  signal?: AbortSignal,
): Promise<RawTable[]> {
  const parts = unzip(
    bytes,
    (path) =>
      /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(\.rels)?$/.test(path),
    allowance.limits,
  );
  const textOf = (path: string) => decoder.decode(parts.get(path) ?? new Uint8Array());
  if (!parts.has('xl/workbook.xml'))
    refuseFile('Ce fichier n’est pas un classeur .xlsx.', 'This file is not an .xlsx workbook.');
  const targets = readTargets(textOf('xl/_rels/workbook.xml.rels'));
  const { sheets, is1904 } = readWorkbook(textOf('xl/workbook.xml'));
  const strings = readStrings(textOf('xl/sharedStrings.xml'));
  const dateStyles = readDateStyles(textOf('xl/styles.xml'));
  const tables: RawTable[] = [];
  for (const { name, relation } of sheets) {
    signal?.throwIfAborted();
    await pause();
    const reader = new SheetReader(name, { strings, dateStyles, is1904 }, allowance);
    scanXml(textOf(targets.get(relation) ?? ''), reader);
    tables.push(fillMergedCells(reader.finish(), reader.merged));
  }
  return tables;
}

function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

function readWorkbook(xml: string): { sheets: { name: string; relation: string }[]; is1904: boolean } {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      sheets.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? attribute('id') ?? '' });
    },
  });
  return { sheets, is1904 };
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(unguard(current));
    },
  });
  return strings;
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** Positions of the cell styles that show a number as a date. */
function readDateStyles(xml: string): Set<number> {
  const dates = new Set(BUILT_IN_DATES);
  const styles = new Set<number>();
  let isCellStyle = false;
  let index = 0;
  scanXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt' && isDateFormat(attribute('formatCode') ?? ''))
        dates.add(Number(attribute('numFmtId')));
      if (name === 'cellXfs') isCellStyle = true;
      if (name !== 'xf' || !isCellStyle) return;
      if (dates.has(Number(attribute('numFmtId')))) styles.add(index);
      index += 1;
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}

function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]|mmm/i.test(bare) || /[ja]{2,}/i.test(bare);
}
