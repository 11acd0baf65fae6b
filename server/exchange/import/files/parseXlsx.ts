import { setImmediate as pause } from 'node:timers/promises';
import { unguard } from '../../sheets/formulaGuard';
import type { Allowance } from './limits';
import type { RawTable } from './rawTable';
import { XmlScanner, type XmlListener } from './scanXml';
import { SheetReader } from './sheetReader';
import { openEntries } from './unzip';

/**
 * Reads the visible sheets of an .xlsx workbook, as a stream: no sheet is held whole. Of a cell computed by a formula, the
 * value last computed is taken and its address noted; a merged cell fills each of its lines in its first column, and its
 * first line only across columns; dates are told by their format.
 *
 * @param allowance - rows and cells that may still be read
 * @param signal - gives up between two pieces
 * @throws FileRefusedError when it is no workbook, is broken or too much
 */
export async function parseXlsx(
  bytes: Uint8Array,
  allowance: Allowance,
  signal?: AbortSignal,
): Promise<RawTable[]> {
  const book = new BookReader();
  await readParts(bytes, allowance, (path) => book.listenerOf(path), signal);
  const readers = new Map<string, SheetReader>();
  for (const { name, path } of book.sheets)
    if (!readers.has(path)) readers.set(path, new SheetReader(name, book.parts, allowance));
  await readParts(bytes, allowance, (path) => readers.get(path), signal);
  return [...readers.values()].map((reader) => reader.finish());
}

/** Reads the parts of a workbook that are listened to. */
async function readParts(
  bytes: Uint8Array,
  { limits }: Allowance,
  listenerOf: (path: string) => XmlListener | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  let scanner: XmlScanner | undefined;
  let decoder = new TextDecoder();
  const wants = (path: string) => listenerOf(path) !== undefined;
  for (const { path, bytes: piece, isLast } of openEntries(bytes, wants, limits)) {
    scanner ??= new XmlScanner(listenerOf(path)!);
    scanner.write(decoder.decode(piece, { stream: !isLast }), isLast);
    if (isLast) [scanner, decoder] = [undefined, new TextDecoder()];
    await pause();
    signal?.throwIfAborted();
  }
}

/** What a workbook says of its sheets, and what their cells refer to. */
class BookReader {
  readonly parts = { strings: [] as string[], dateStyles: new Set<number>(), is1904: false };
  private readonly named: { name: string; relation: string }[] = [];
  private readonly targets = new Map<string, string>();
  private readonly listeners: Readonly<Record<string, XmlListener>> = {
    'xl/workbook.xml': listenToWorkbook(this.named, this.parts),
    'xl/_rels/workbook.xml.rels': listenToTargets(this.targets),
    'xl/sharedStrings.xml': listenToStrings(this.parts.strings),
    'xl/styles.xml': listenToStyles(this.parts.dateStyles),
  };

  /** What listens to a part; undefined for one that is not about the whole workbook. */
  listenerOf(path: string): XmlListener | undefined {
    return this.listeners[path];
  }

  /** Visible sheets, in their order, and where each is. */
  get sheets(): { name: string; path: string }[] {
    return this.named.map(({ name, relation }) => ({ name, path: this.targets.get(relation) ?? '' }));
  }
}

function listenToTargets(targets: Map<string, string>): XmlListener {
  return {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  };
}

function listenToWorkbook(
  sheets: { name: string; relation: string }[],
  parts: { is1904: boolean },
): XmlListener {
  return {
    open(name, attribute) {
      if (name === 'workbookPr') parts.is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      sheets.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? attribute('id') ?? '' });
    },
  };
}

/** A text that no longer keeps the one it was cut from. */
const toOwnText = (text: string) => Buffer.from(text).toString();

function listenToStrings(strings: string[]): XmlListener {
  let current = '';
  let isText = false;
  let isPhonetic = false;
  return {
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
      if (name === 'si') strings.push(unguard(toOwnText(current)));
    },
  };
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** Tells the positions of the cell styles that show a number as a date. */
function listenToStyles(styles: Set<number>): XmlListener {
  const dates = new Set(BUILT_IN_DATES);
  let isCellStyle = false;
  let index = 0;
  return {
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
  };
}

function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]|mmm/i.test(bare) || /[ja]{2,}/i.test(bare);
}
