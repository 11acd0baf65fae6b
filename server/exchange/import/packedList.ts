import { deflateRawSync, inflateRawSync } from 'node:zlib';

const PAGE = 256;

/** How the items of a page become a text and come back. */
export interface Packing<T> {
  toText(items: readonly T[]): string;
  fromText(text: string): T[];
}

const json: Packing<unknown> = {
  toText: (items) => JSON.stringify(items),
  fromText: (text) => JSON.parse(text) as unknown[],
};

/** What a packed list is made of: it can be sent to another process. */
export interface PackedParts<T> {
  pages: readonly Buffer[];
  /** Items after those of the pages. */
  open: readonly T[];
  /** Items at the beginning that do not count. */
  skipped: number;
}

/**
 * A long list that takes little memory: pages of 256 items, each compressed, the last one open. Items read back are copies:
 * to change one, {@link replace} it. An item of a hundred thousand costs about a tenth of what its object would.
 */
export class PackedList<T> implements Iterable<T> {
  private readonly pages: Buffer[];
  private readonly skipped: number;
  private open: T[];
  private last: { page: number; items: T[] } | undefined;

  /**
   * @param parts - those of another list, which is copied; empty when absent
   * @param packing - by default JSON: items hold neither dates nor functions, and what is undefined in them is left out
   */
  constructor(
    parts: PackedParts<T> = { pages: [], open: [], skipped: 0 },
    private readonly packing: Packing<T> = json as Packing<T>,
  ) {
    this.pages = [...parts.pages];
    this.open = [...parts.open];
    this.skipped = parts.skipped;
  }

  /** What it is made of, to be made again elsewhere. */
  get parts(): PackedParts<T> {
    return { pages: this.pages, open: this.open, skipped: this.skipped };
  }

  /** How many items. */
  get length(): number {
    return this.pages.length * PAGE + this.open.length - this.skipped;
  }

  /** Adds an item at the end; it must not be changed afterwards. */
  push(item: T): void {
    this.open.push(item);
    if (this.open.length < PAGE) return;
    this.pages.push(this.pack(this.open));
    this.open = [];
  }

  /** The item at a position from 0; undefined beyond the end. */
  at(index: number): T | undefined {
    const place = index + this.skipped;
    return this.page(Math.floor(place / PAGE))[place % PAGE];
  }

  /** Puts another item at a position that holds one. */
  replace(index: number, item: T): void {
    const place = index + this.skipped;
    const page = Math.floor(place / PAGE);
    const items = this.page(page);
    items[place % PAGE] = item;
    if (page < this.pages.length) this.pages[page] = this.pack(items);
  }

  /** Items from a position on, in order. */
  *from(start: number): Generator<T> {
    const first = start + this.skipped;
    for (let page = Math.floor(first / PAGE); page <= this.pages.length; page += 1) {
      const items = page === this.pages.length ? this.open : this.unpack(page);
      for (let index = Math.max(0, first - page * PAGE); index < items.length; index += 1)
        yield items[index]!;
    }
  }

  [Symbol.iterator](): Generator<T> {
    return this.from(0);
  }

  /** Items between two positions, the second left out. */
  slice(start: number, end: number): T[] {
    const items: T[] = [];
    for (const item of this.from(start)) {
      if (start + items.length >= end) break;
      items.push(item);
    }
    return items;
  }

  private page(page: number): T[] {
    if (page === this.pages.length) return this.open;
    if (page > this.pages.length) return [];
    if (this.last?.page !== page) this.last = { page, items: this.unpack(page) };
    return this.last.items;
  }

  private pack(items: readonly T[]): Buffer {
    return deflateRawSync(this.packing.toText(items), { level: 1 });
  }

  private unpack(page: number): T[] {
    return this.packing.fromText(inflateRawSync(this.pages[page]!).toString());
  }
}
