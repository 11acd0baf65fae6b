import { importLimits, refuseFile } from './limits';

/** What is told of an XML text as it is read. */
export interface XmlListener {
  /** A tag opens; `name` has no prefix, `attribute` gives the text of an attribute of it. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  /** A tag closes; also called for one that opens and closes at once. */
  close?(name: string): void;
  /** Text between tags, entities resolved. */
  text?(text: string): void;
}

/** Characters that a tag or a text may have at most: some hundred times the longest cell. */
const LONGEST = 4_000_000;

/**
 * Reads an XML text from beginning to end, piece after piece: tags, attributes, text. Declarations of types are passed over
 * and no entity but the five of XML and numbers is resolved, so that a text cannot grow by being read.
 */
export class XmlScanner {
  /** What the last piece began and did not end. */
  private rest = '';

  /** @param listener - told of what is read */
  constructor(private readonly listener: XmlListener) {}

  /**
   * Reads on.
   *
   * @param isLast - whether nothing follows: what is left unfinished ends there
   * @throws FileRefusedError when a tag or a text has no end
   */
  write(piece: string, isLast = false): void {
    const xml = this.rest + piece;
    let at = 0;
    while (at < xml.length) {
      const next = this.readOne(xml, at, isLast);
      if (next < 0) break;
      at = next;
    }
    this.rest = xml.slice(at);
    if (this.rest.length > LONGEST) refuseLong();
  }

  /** Reads a text or a tag; gives where it ends, or -1 when its end is yet to come. */
  private readOne(xml: string, at: number, isLast: boolean): number {
    const open = xml.indexOf('<', at);
    if (open < 0) return isLast ? xml.length : -1;
    // The longest mark that tells what a tag is, `<![CDATA[`, must be there whole.
    if (open + 9 > xml.length && !isLast) return -1;
    const [start, mark] = kindAt(xml, open);
    const found = xml.indexOf(mark, start);
    if (found < 0 && !isLast) return -1;
    const end = found < 0 ? xml.length : found;
    if (open > at) this.listener.text?.(resolveEntities(xml.slice(at, open)));
    if (mark === ']]>') this.listener.text?.(xml.slice(start, end));
    if (mark === '>') readTag(xml.slice(start, end), this.listener);
    return end + mark.length;
  }
}

function refuseLong(): never {
  const millions = LONGEST / 1_000_000;
  const { cellCharacters } = importLimits;
  return refuseFile(
    `Une fois décompressé, le classeur est trop gros : un de ses textes dépasse ${millions} millions de caractères, quand une cellule en a ${cellCharacters.toLocaleString('fr')} au plus.`,
    `Once opened, the workbook is too large: one of its texts has more than ${millions} million characters, where a cell has at most ${cellCharacters.toLocaleString('en')}.`,
  );
}

/** Where what a tag holds begins, and what ends it. */
function kindAt(xml: string, open: number): [start: number, mark: string] {
  if (xml.startsWith('<![CDATA[', open)) return [open + 9, ']]>'];
  return xml.startsWith('<!--', open) ? [open + 4, '-->'] : [open + 1, '>'];
}

function readTag(tag: string, listener: XmlListener): void {
  const first = tag.charCodeAt(0);
  if (first === 0x3f || first === 0x21) return;
  if (first === 0x2f) {
    listener.close?.(localName(tag.slice(1).trim()));
    return;
  }
  const isEmpty = tag.endsWith('/');
  const space = tag.search(/[\s/]/);
  const name = localName(space < 0 ? tag : tag.slice(0, space));
  listener.open?.(name, (wanted) => readAttribute(tag, wanted));
  if (isEmpty) listener.close?.(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readAttribute(tag: string, name: string): string | undefined {
  let at = tag.indexOf(`${name}=`);
  while (at > 0 && !/\s/.test(tag[at - 1]!)) at = tag.indexOf(`${name}=`, at + 1);
  if (at < 0) return undefined;
  const quote = tag[at + name.length + 1]!;
  const start = at + name.length + 2;
  const end = tag.indexOf(quote, start);
  return resolveEntities(tag.slice(start, end < 0 ? tag.length : end));
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
