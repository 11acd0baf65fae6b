import { unzipSync } from 'fflate';
import { refuseFile, type ImportLimits } from './limits';

/** Whether bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Opens the wanted entries of an archive. Their announced sizes are added up before anything is opened, and an entry is
 * never opened beyond what it announced: an archive cannot expand past the limit, whatever it says.
 *
 * @param wants - whether an entry is wanted, by its path
 * @returns contents by path, in the order of the archive
 * @throws FileRefusedError when it is broken, encrypted or too large once opened
 */
export function unzip(
  bytes: Uint8Array,
  wants: (path: string) => boolean,
  limits: ImportLimits,
): Map<string, Uint8Array> {
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wants(name)) return false;
        total += originalSize;
        if (total > limits.expandedBytes) refuseExpanded(limits);
        return true;
      },
    });
  } catch (error) {
    if ((error as Error).name === 'FileRefusedError') throw error;
    return refuseFile(
      'Le fichier compressé est abîmé ou protégé par un mot de passe.',
      'The compressed file is broken or protected by a password.',
    );
  }
  return new Map(Object.entries(entries));
}

function refuseExpanded({ expandedBytes }: ImportLimits): never {
  const most = Math.round(expandedBytes / 1_000_000);
  return refuseFile(
    `Une fois décompressé, le fichier dépasse ${most} Mo.`,
    `Once opened, the file is larger than ${most} MB.`,
  );
}
