import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Sentence } from '../reasons';

/** A file of territories, read as it comes: contours may be of hundreds of megabytes. */
export interface TerritoryFile {
  name: string;
  /** Its bytes from the start, unpacked; may be asked for several times. */
  open: () => AsyncIterable<Uint8Array>;
}

/** A row of a file that cannot be taken. */
export interface FileProblem {
  file: string;
  /** Line of a CSV (the header is line 1), or place in the list of a JSON, from 1. */
  line: number;
  /** What the row is about, as written. */
  about: string;
  reason: Sentence;
}

/** The files do not tell enough to be the territories of a region, or not of the region that the graph holds. */
export class TerritoryFilesError extends Error {
  override readonly name = 'TerritoryFilesError';

  /** @param reason - why, and what to do */
  constructor(readonly reason: Sentence) {
    super(reason.en);
  }
}

/** A file of the disk; one that ends in `.gz` is unpacked. */
export function fileOnDisk(name: string, path: string): TerritoryFile {
  const open = () => {
    const bytes = createReadStream(path);
    if (!name.endsWith('.gz')) return bytes;
    const unpacked = createGunzip();
    bytes.on('error', (error) => unpacked.destroy(error));
    return bytes.pipe(unpacked);
  };
  return { name, open };
}

/** A file in memory. */
export function fileOfBytes(name: string, bytes: Uint8Array): TerritoryFile {
  return {
    name,
    open: async function* () {
      yield bytes;
    },
  };
}
