import type { Sentence } from '../reasons';

/** What an imported file may be at most. */
export interface ImportLimits {
  /** Bytes of the file. */
  bytes: number;
  /** Bytes of what a compressed file holds, all entries together. */
  expandedBytes: number;
  /** Rows, all sheets together. */
  rows: number;
  /** Cells that hold something, all sheets together. */
  cells: number;
  /** Columns of a sheet. */
  columns: number;
  /** Characters of a cell; the limit of spreadsheets. */
  cellCharacters: number;
}

/** The limits that the application applies. */
export const importLimits: ImportLimits = {
  bytes: 50_000_000,
  expandedBytes: 400_000_000,
  rows: 250_000,
  cells: 5_000_000,
  columns: 300,
  cellCharacters: 32_767,
};

/** A whole file that is refused, with the reason in both languages. */
export class FileRefusedError extends Error {
  override readonly name = 'FileRefusedError';

  /** @param reason - why, and what to do */
  constructor(readonly reason: Sentence) {
    super(reason.en);
  }
}

/** Refuses a file. */
export function refuseFile(fr: string, en: string): never {
  throw new FileRefusedError({ fr, en });
}

/** Counts what is read, and refuses the file as soon as it is too much. */
export class Allowance {
  private rows = 0;
  private cells = 0;

  /** @param limits - what is allowed, all sheets together */
  constructor(readonly limits: ImportLimits) {}

  /**
   * Takes one row into account.
   * @param cells - how many of its cells hold something
   * @throws FileRefusedError when there are too many rows or cells
   */
  addRow(cells: number): void {
    this.rows += 1;
    this.cells += cells;
    if (this.rows > this.limits.rows) {
      const most = this.limits.rows.toLocaleString('fr');
      refuseFile(
        `Le fichier a plus de ${most} lignes : divisez-le.`,
        `The file has more than ${this.limits.rows} rows: divide it.`,
      );
    }
    if (this.cells > this.limits.cells) {
      const most = this.limits.cells.toLocaleString('fr');
      refuseFile(
        `Le fichier a plus de ${most} cellules remplies : divisez-le.`,
        `The file has more than ${this.limits.cells} filled cells: divide it.`,
      );
    }
  }

  /** @throws FileRefusedError when a sheet has too many columns. */
  checkColumns(count: number, where: string): void {
    if (count > this.limits.columns)
      refuseFile(
        `${where} a plus de ${this.limits.columns} colonnes.`,
        `${where} has more than ${this.limits.columns} columns.`,
      );
  }
}
