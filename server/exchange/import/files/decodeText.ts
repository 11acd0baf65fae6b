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
  const detector = new EncodingDetector();
  detector.take(bytes);
  return { text: detector.createDecoder()(bytes, true), encoding: detector.encoding };
}

/** Makes text of the bytes of a file, piece after piece; what a piece cuts comes with the next. */
export type Decoder = (bytes: Uint8Array, isLast: boolean) => string;

/** Tells the encoding of a text from its bytes, which it is given piece after piece, all of them, before any is decoded. */
export class EncodingDetector {
  private readonly check = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;
  private mark: 'utf-16le' | 'utf-16be' | undefined;
  private isFirst = true;

  /** @throws FileRefusedError when there are null bytes: this is no text */
  take(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.isFirst) this.mark = markOf(bytes);
    if (this.isFirst && this.mark === undefined && bytes.subarray(0, 4096).includes(0))
      refuseFile(
        'Ce n’est ni un classeur .xlsx ni un fichier de texte (CSV).',
        'This is neither an .xlsx workbook nor a text file (CSV).',
      );
    this.isFirst = false;
    if (this.mark === undefined && this.isUtf8) this.isUtf8 = this.decodes(bytes);
  }

  /** What the bytes are, once all were taken. */
  get encoding(): Encoding {
    if (this.mark !== undefined) return 'UTF-16';
    this.isUtf8 = this.isUtf8 && this.decodes();
    return this.isUtf8 ? 'UTF-8' : 'Windows-1252';
  }

  /** Makes what decodes them. */
  createDecoder(): Decoder {
    const { encoding } = this;
    if (encoding === 'Windows-1252') return fromWindows1252;
    const decoder = new TextDecoder(this.mark ?? 'utf-8');
    return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
  }

  /** Whether the bytes are UTF-8; without any, whether the last character is whole. */
  private decodes(bytes?: Uint8Array): boolean {
    try {
      this.check.decode(bytes, { stream: bytes !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}

function markOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a space where it has nothing. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some versions of Node take this encoding for Latin-1, so it is decoded here. */
function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (letter) => SPECIAL[letter.charCodeAt(0) - 0x80] ?? letter);
}
