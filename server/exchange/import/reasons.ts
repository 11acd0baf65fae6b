/** A sentence in both languages. */
export interface Sentence {
  fr: string;
  en: string;
}

/** Makes a sentence. */
export function sentence(fr: string, en: string): Sentence {
  return { fr, en };
}

/** Quotes a value inside a sentence, shortened when it is long. */
export function quote(value: unknown): Sentence {
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return { fr: `« ${short} »`, en: `“${short}”` };
}

const AT_CELL = /^([A-Z]+)(\d+)$/;

/**
 * Address of a cell as spreadsheets write it.
 *
 * @param row - line of the sheet or file, from 1
 * @param column - position of the column, from 0
 */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Row (from 1) and column (from 0) of an address such as `AB12`; undefined when it is none. */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  const match = AT_CELL.exec(address);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]), column: column - 1 };
}
