/** What is told of an XML text as it is read. */
export interface XmlListener {
  /** A tag opens; `name` has no prefix, `attribute` gives the text of an attribute of it. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  /** A tag closes; also called for one that opens and closes at once. */
  close?(name: string): void;
  /** Text between tags, entities resolved. */
  text?(text: string): void;
}

/**
 * Reads an XML text from beginning to end: tags, attributes, text. Declarations of types are passed over and no entity but
 * the five of XML and numbers is resolved, so that a text cannot grow by being read.
 */
export function scanXml(xml: string, listener: XmlListener): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open > at) listener.text?.(resolveEntities(xml.slice(at, open)));
    if (xml.startsWith('<![CDATA[', open)) {
      const end = endOf(xml, ']]>', open);
      listener.text?.(xml.slice(open + 9, end));
      at = end + 3;
      continue;
    }
    if (xml.startsWith('<!--', open)) {
      at = endOf(xml, '-->', open) + 3;
      continue;
    }
    const close = endOf(xml, '>', open);
    const tag = xml.slice(open + 1, close);
    readTag(tag, listener);
    at = close + 1;
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  return end < 0 ? xml.length : end;
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
