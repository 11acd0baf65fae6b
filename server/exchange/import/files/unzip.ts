import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { refuseFile, type ImportLimits } from './limits';

/** Whether bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Paths of the entries of an archive, in its order; nothing is opened.
 *
 * @throws FileRefusedError when it is broken
 */
export function listEntries(bytes: Uint8Array): string[] {
  const paths: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => (paths.push(name), false) });
  } catch {
    refuseBroken();
  }
  return paths;
}

/** Some of what an entry of an archive holds. */
export interface EntryPiece {
  path: string;
  bytes: Uint8Array;
  /** Whether nothing of that entry follows. */
  isLast: boolean;
}

/** Compressed bytes that are opened at once; what comes out is at most a thousand times as much. */
const PIECE = 1 << 14;

/**
 * Opens the wanted entries of an archive piece by piece, so that none is ever held whole. What comes out is counted: an
 * archive cannot expand past the limit, whatever it announces.
 *
 * @param wants - whether an entry is wanted, by its path
 * @returns pieces, entry after entry, in the order of the archive
 * @throws FileRefusedError when it is broken, encrypted or too large once opened
 */
export function* openEntries(
  bytes: Uint8Array,
  wants: (path: string) => boolean,
  limits: ImportLimits,
): Generator<EntryPiece> {
  const opened: EntryPiece[] = [];
  let fault: unknown;
  let open = 0;
  const archive = new Unzip((entry) => {
    const isWanted = wants(entry.name);
    if (isWanted) open += 1;
    // An entry that is not opened would be kept as it is.
    entry.ondata = (error, piece, isLast) => {
      fault ??= error;
      if (!isWanted) return;
      if (isLast) open -= 1;
      opened.push({ path: entry.name, bytes: piece, isLast });
    };
    if (isWanted) entry.start();
  });
  archive.register(UnzipInflate);
  let total = 0;
  for (let start = 0; start < bytes.length; start += PIECE) {
    try {
      archive.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
    } catch (error) {
      fault ??= error;
    }
    if (fault !== undefined && fault !== null) refuseBroken();
    for (const piece of opened) {
      total += piece.bytes.length;
      if (total > limits.expandedBytes) refuseExpanded(limits);
      yield piece;
    }
    opened.length = 0;
  }
  if (open > 0) refuseBroken();
}

function refuseBroken(): never {
  return refuseFile(
    'Le fichier compressé est abîmé ou protégé par un mot de passe.',
    'The compressed file is broken or protected by a password.',
  );
}

function refuseExpanded({ expandedBytes }: ImportLimits): never {
  const most = Math.round(expandedBytes / 1_000_000);
  return refuseFile(
    `Une fois décompressé, le fichier dépasse ${most} Mo.`,
    `Once opened, the file is larger than ${most} MB.`,
  );
}
