/** Lists of row numbers by key, in compressed sparse rows: those of key `k` are `rows[offsets[k] .. offsets[k + 1])`. */
export interface Lists {
  /** Length: number of keys plus one. */
  offsets: Uint32Array;
  rows: Uint32Array;
}

/**
 * Groups row numbers `0 .. keys.length - 1` by key, in order; a counting sort, linear in both.
 *
 * @param keyCount - number of keys; each key is in `0 .. keyCount - 1`
 */
export function createLists(keyCount: number, keys: Uint32Array): Lists {
  const offsets = new Uint32Array(keyCount + 1);
  for (const key of keys) offsets[key + 1]!++;
  for (let k = 0; k < keyCount; k++) offsets[k + 1]! += offsets[k]!;
  const fill = offsets.slice();
  const rows = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row++) rows[fill[keys[row]!]!++] = row;
  return { offsets, rows };
}

/** The list of one key, as a view (no copy). */
export function listOf(lists: Lists, key: number): Uint32Array {
  return lists.rows.subarray(lists.offsets[key]!, lists.offsets[key + 1]!);
}

/** Lists of values by key, flattened: same shape as {@link createLists}, from nested arrays. */
export function flattenLists(nested: readonly (readonly number[])[]): Lists {
  const offsets = new Uint32Array(nested.length + 1);
  nested.forEach((list, k) => (offsets[k + 1] = offsets[k]! + list.length));
  const rows = new Uint32Array(offsets[nested.length]!);
  nested.forEach((list, k) => rows.set(list, offsets[k]!));
  return { offsets, rows };
}

/**
 * Undirected adjacency of `nodeCount` nodes from the two ends of each edge: neighbours of a node, each once, itself never.
 * Linear; the order of neighbours is that of first appearance.
 */
export function createAdjacency(nodeCount: number, ends: Uint32Array): Lists {
  const byEnd = createLists(nodeCount, ends);
  const offsets = new Uint32Array(nodeCount + 1);
  const rows = byEnd.rows;
  const seenBy = new Int32Array(nodeCount).fill(-1);
  let write = 0;
  for (let node = 0; node < nodeCount; node++) {
    const end = byEnd.offsets[node + 1]!;
    for (let k = byEnd.offsets[node]!; k < end; k++) {
      const other = ends[rows[k]! ^ 1]!;
      if (other === node || seenBy[other] === node) continue;
      seenBy[other] = node;
      rows[write++] = other;
    }
    offsets[node + 1] = write;
  }
  return { offsets, rows: rows.slice(0, write) };
}

/** Ids interned in order of appearance. */
export interface Interned {
  ids: string[];
  index: Map<string, number>;
}

/**
 * Interns ids that must be distinct.
 *
 * @param what - what the ids name, for the error
 * @throws RangeError when an id is given twice
 */
export function internIds(what: string, ids: Iterable<string>): Interned {
  const interned: Interned = { ids: [], index: new Map() };
  for (const id of ids) {
    if (interned.index.has(id)) throw new RangeError(`${what} "${id}" is given twice`);
    interned.index.set(id, interned.ids.length);
    interned.ids.push(id);
  }
  return interned;
}

/** The number of a word, new words being added. */
export function internWord(interned: Interned, word: string): number {
  const known = interned.index.get(word);
  if (known !== undefined) return known;
  interned.index.set(word, interned.ids.length);
  return interned.ids.push(word) - 1;
}

/**
 * The number of an id that must be there.
 *
 * @throws RangeError naming what was looked for
 */
export function indexOf(interned: Interned, what: string, id: string): number {
  const found = interned.index.get(id);
  if (found === undefined) throw new RangeError(`${what} "${id}" is not in the projection`);
  return found;
}
