import { strToU8, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { decodeText, EncodingDetector } from './decodeText';
import { Allowance, FileRefusedError, importLimits, type ImportLimits } from './limits';
import { CsvReader } from './parseCsv';
import { findHeader } from './rawTable';
import { detectSeparator } from './separator';
import { readTableFile } from './readFile';
import { XmlScanner, type XmlListener } from './scanXml';
import { openEntries } from './unzip';

const small = (limits: Partial<ImportLimits>): ImportLimits => ({ ...importLimits, ...limits });
/** Reads a CSV text, given by pieces of so many characters. */
const csv = async (text: string, limits = importLimits, size = 7) => {
  const reader = new CsvReader('t', new Allowance(limits));
  for (let at = 0; at < text.length; at += size) await reader.write(text.slice(at, at + size));
  return reader.end();
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof FileRefusedError ? error.reason.fr : error),
  );

describe('bytes of a text', () => {
  it.each([
    ['UTF-8', Buffer.from('é€')],
    ['UTF-16', Buffer.from('\ufeffé€', 'utf16le')],
    ['Windows-1252', Buffer.from([0xe9, 0x80])],
  ])('are read in %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: 'é€', encoding });
    const detector = new EncodingDetector();
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
    if (encoding === 'UTF-16') pieces.splice(0, 2, bytes.subarray(0, 2));
    pieces.forEach((piece) => detector.take(piece));
    const decode = detector.createDecoder();
    expect(pieces.map((piece, index) => decode(piece, index === pieces.length - 1)).join('')).toBe('é€');
    expect(detector.encoding).toBe(encoding);
  });

  it('end in the middle of a character: they are no UTF-8', () => {
    expect(decodeText(Buffer.from([0x61, 0xc3]))).toEqual({ text: 'aÃ', encoding: 'Windows-1252' });
  });
});

describe('a CSV text', () => {
  it.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n"1;5";2,5\n3;4,5'],
    ['\t', 'a\tb\n1, 2\t2\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [',', 'id,list\nx,a|b\ny,c|d\n'],
    [',', 'one column\nx\n'],
    [';', 'Enquête, mars\n\nNom;Commune;Surface\nA;B;1,5\nC;D;2,5\n'],
    [';', 'nom;lat;lon\nA;49,1;2,3\nB;49,2;2,4\n'],
  ])('is parted by %j', (separator, text) => expect(detectSeparator(text)).toBe(separator));

  it('keeps quotes, line breaks, lines and unequal rows', async () => {
    const { rows } = await csv('a,b\r\n"x ""y""\nz",2\r\n\r\n3\r\n4,5,6\r\n');
    expect([...rows]).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x "y"\nz', '2'] },
      { line: 5, cells: ['3'] },
      { line: 6, cells: ['4', '5', '6'] },
    ]);
  });

  it('is refused when it is too much, or its quotes are broken', async () => {
    const many = 'a,b\n'.repeat(11);
    expect(await refusal(csv(many, small({ rows: 10 })))).toMatch(/plus de 10 lignes/);
    expect(await refusal(csv(many, small({ cells: 20 })))).toMatch(/20 cellules/);
    expect(await refusal(csv('a,b,c', small({ columns: 2 })))).toMatch(/plus de 2 colonnes/);
    expect(await refusal(csv('a,b\n"x,y\n'))).toMatch(/guillemets/);
  });

  it('is given up when asked', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(readTableFile('t.csv', strToU8('a,b'), importLimits, abort.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('is the same by whatever pieces it comes', async () => {
    const text = `a;b\n${'"x ""y""\nz";1,5\n'.repeat(9000)}`;
    const whole = await csv(text, importLimits, text.length);
    const pieces = await csv(text, importLimits, 1000);
    expect(whole.rows).toHaveLength(9001);
    expect([...pieces.rows]).toEqual([...whole.rows]);
  });
});

describe('the header of a table', () => {
  const table = (rows: (string | null)[][]) => ({
    name: 't',
    rows: rows.map((cells, index) => ({ line: index + 1, cells })),
    formulas: new Set<string>(),
    errors: new Map<string, string>(),
  });
  const known = new Set(['nom', 'commune', 'siteinternet']);

  it('is found under titles, by its words', () => {
    const found = findHeader(
      table([
        ['Enquête 2026'],
        [null, null],
        ['Nom', 'Commune', 'Autre', null],
        ['x', 'y'],
        [null, null],
        ['z'],
      ]),
      known,
    )!;
    expect(found).toMatchObject({ header: ['Nom', 'Commune', 'Autre'], headerLine: 3 });
    expect([...found.rows].map(({ line }) => line)).toEqual([4, 6]);
  });

  it('is the first line of two cells when no word is known', () => {
    expect(findHeader(table([['Titre'], ['foo', 'bar'], ['1', '2']]), known)!.headerLine).toBe(2);
    expect(findHeader(table([]), known)).toBeUndefined();
  });
});

describe('a workbook', () => {
  it('is read as it was written: texts, numbers, booleans, dates', async () => {
    const date = new Date('2025-04-03T00:00:00Z');
    const bytes = await writeWorkbook(
      [
        ['a', 'b', 'c', 'd'],
        ['é & <x> "y"', 1.5, true, { value: date, format: 'dd/mm/yyyy' }],
        [null, null, 'last', null],
      ],
      { sheet: 'Feuille' },
    ).toBuffer();
    const { format, tables } = await readTableFile('x.xlsx', bytes, importLimits);
    expect(format).toBe('XLSX');
    expect(tables).toHaveLength(1);
    expect(tables[0]!.name).toBe('Feuille');
    expect([...tables[0]!.rows]).toEqual([
      { line: 1, cells: ['a', 'b', 'c', 'd'] },
      { line: 2, cells: ['é & <x> "y"', 1.5, true, date] },
      { line: 3, cells: [null, null, 'last'] },
    ]);
  });

  const sheetOf = (xml: string) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="S" r:id="r1"/><sheet name="H" state="hidden" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
      ),
      'xl/worksheets/s.xml': strToU8(`<worksheet><sheetData>${xml}</sheetData>
        <mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:C2"/></mergeCells></worksheet>`),
    });
  const rowOf = (line: number, cells: string) => `<row r="${line}">${cells}</row>`;
  const cellOf = (address: string, value: string) =>
    `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

  it('tells formulas and errors, fills merged cells, leaves hidden sheets and rows of blanks', async () => {
    const xml = [
      rowOf(1, cellOf('A1', 'h') + cellOf('B1', 'i')),
      rowOf(2, cellOf('A2', 'merged') + cellOf('B2', 'x')),
      rowOf(3, '<c r="B3"><f>1+1</f><v>2</v></c>'),
      rowOf(4, '<c r="B4" t="e"><v>#REF!</v></c>'),
      rowOf(6, cellOf('A6', '   ') + cellOf('B6', ' ')),
    ].join('');
    const { tables } = await readTableFile('s.xlsx', sheetOf(xml), importLimits);
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect([...table!.formulas]).toEqual(['B3']);
    expect([...table!.errors]).toEqual([['B4', '#REF!']]);
    const rows = [...table!.rows];
    expect(rows.map(({ cells }) => cells[0])).toEqual(['h', 'merged', 'merged', 'merged']);
    expect(rows[1]!.cells).toHaveLength(2);
  });

  it('is refused when it would expand too much, is broken, old or no workbook', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await refusal(readTableFile('b.xlsx', bomb, small({ expandedBytes: 1_000_000 })))).toMatch(
      /décompressé, le fichier dépasse 1 Mo/,
    );
    const text = zipSync({ 'xl/workbook.xml': new Uint8Array(20_000_000).fill(65) }, { level: 9 });
    expect(await refusal(readTableFile('t.xlsx', text, importLimits))).toMatch(/trop gros.* 4 millions/);
    expect(await refusal(readTableFile('c.xlsx', bomb.subarray(0, 60), importLimits))).toMatch(/abîmé/);
    expect(
      await refusal(readTableFile('o.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), importLimits)),
    ).toMatch(/\.xls/);
    expect(await refusal(readTableFile('e.csv', new Uint8Array(), importLimits))).toMatch(/vide/);
    expect(await refusal(readTableFile('z.zip', zipSync({ 'a.png': strToU8('x') }), importLimits))).toMatch(
      /CSV/,
    );
    expect(await refusal(readTableFile('l.csv', strToU8('abcdef'), small({ bytes: 5 })))).toMatch(/dépasse/);
  });

  it('that lies about the size of an entry gives no more than it said', () => {
    const archive = zipSync({ 'a.txt': new Uint8Array(100_000) }, { level: 9 });
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    const directory = view.getUint32(archive.length - 6, true);
    view.setUint32(directory + 24, 10, true);
    const opened = (() => {
      try {
        const pieces = [...openEntries(archive, () => true, small({ expandedBytes: 1000 }))];
        return pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
      } catch (error) {
        return (error as FileRefusedError).reason.fr;
      }
    })();
    expect(typeof opened === 'string' || opened <= 1000).toBe(true);
  });
});

describe('an XML text', () => {
  const xml =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "boom">]><a:b c="1 &amp; 2"><![CDATA[<raw>]]>&lt;&#233;&#x20AC;&x;<!-- no --><d/></a:b>';

  it.each([1, 2, 5, 1000])('is read with its entities, and no other, by pieces of %d', (size) => {
    const seen: string[] = [];
    const listener: XmlListener = {
      open: (name, attribute) => seen.push(`<${name} ${attribute('c') ?? ''}`),
      close: (name) => seen.push(`/${name}`),
      text: (text) => seen.push(text),
    };
    const scanner = new XmlScanner(listener);
    for (let at = 0; at < xml.length; at += size)
      scanner.write(xml.slice(at, at + size), at + size >= xml.length);
    expect(seen.filter((part) => part.trim() !== ']>')).toEqual([
      '<b 1 & 2',
      '<raw>',
      '<é€&x;',
      '<d ',
      '/d',
      '/b',
    ]);
  });

  it('without an end is refused before it is held', () => {
    const scanner = new XmlScanner({});
    const write = () => {
      for (let turn = 0; turn < 100; turn += 1) scanner.write('<a'.padEnd(100_000, 'x'));
    };
    expect(write).toThrow(FileRefusedError);
  });
});
