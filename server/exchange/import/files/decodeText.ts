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
    return { text: fromWindows1252(bytes), encoding: 'Windows-1252' };
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a space where it has nothing. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some versions of Node take this encoding for Latin-1, so it is decoded here. */
function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (letter) => SPECIAL[letter.charCodeAt(0) - 0x80] ?? letter);
}
