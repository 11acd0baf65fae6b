import { refuseFile } from './limits';

/** How the bytes of a text were understood. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/**
 * Bytes as text: UTF-8 or UTF-16 where a mark says so or the bytes are valid UTF-8, else Windows-1252, in which French
 * spreadsheets save CSV.
 *
 * @throws FileRefusedError when there are null bytes: this is no text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  if (bytes.subarray(0, 4096).includes(0))
    refuseFile(
      'Ce n’est ni un classeur .xlsx ni un fichier de texte (CSV).',
      'This is neither an .xlsx workbook nor a text file (CSV).',
    );
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}
