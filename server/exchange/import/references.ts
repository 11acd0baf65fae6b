import { TableError } from './table';

/** Identifiers known so far, by kind, against which the references of later tables are checked. */
export class References {
  private readonly known = new Map<string, Set<string>>();

  /**
   * Records an identifier.
   * @throws TableError when the same kind already has it
   */
  add(kind: string, id: string, file: string, line: number, column = 'id'): void {
    const ids = this.known.get(kind) ?? new Set<string>();
    if (ids.has(id)) throw new TableError(file, line, column, `${JSON.stringify(id)} is there twice`);
    this.known.set(kind, ids.add(id));
  }

  /** Whether an identifier of this kind is known. */
  has(kind: string, id: string): boolean {
    return this.known.get(kind)?.has(id) ?? false;
  }

  /**
   * Checks a reference; null, unknown, passes.
   * @throws TableError when it points at nothing
   */
  check(kind: string, id: string | null, file: string, line: number, column: string): void {
    if (id !== null && !this.has(kind, id))
      throw new TableError(file, line, column, `no ${kind} has the identifier ${JSON.stringify(id)}`);
  }
}
