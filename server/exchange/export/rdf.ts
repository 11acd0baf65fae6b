/** Something that a statement is about, or says. */
export type RdfTerm =
  | { iri: string }
  | { text: string; language?: string }
  | { text: string; type: string }
  /** A node without a name, by a label of its own in the document. */
  | { blank: string };

/** One statement: subject (an IRI or a blank node), property, object. */
export interface RdfTriple {
  subject: { iri: string } | { blank: string };
  property: string;
  object: RdfTerm;
}

/** Prefixes of the vocabularies in use. */
export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The whole IRI of a name such as `skos:Concept`. */
export function expand(name: string): string {
  const [prefix = '', ...rest] = name.split(':');
  return (prefixes as Record<string, string>)[prefix] + rest.join(':');
}

/** Makes triples of one subject; values that are null are left out. */
export function describe(
  subject: string | { blank: string },
  properties: readonly (readonly [string, RdfTerm | null])[],
): RdfTriple[] {
  const about = typeof subject === 'string' ? { iri: subject } : subject;
  return properties.flatMap(([property, object]) =>
    object === null ? [] : [{ subject: about, property: expand(property), object }],
  );
}

/** A text in a language, or null. */
export function label(text: unknown, language: string): RdfTerm | null {
  return typeof text === 'string' && text !== '' ? { text, language } : null;
}

/** Statements as Turtle (RDF 1.1), grouped by subject, in the order given. */
export function toTurtle(triples: readonly RdfTriple[]): string {
  const used = Object.entries(prefixes).filter(([, iri]) =>
    triples.some(({ property, object }) => property.startsWith(iri) || JSON.stringify(object).includes(iri)),
  );
  const head = used.map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`).join('\n');
  const groups = new Map<string, string[]>();
  for (const { subject, property, object } of triples) {
    const about = turtleTerm(subject);
    const lines = groups.get(about) ?? [];
    groups.set(about, lines);
    lines.push(`  ${turtleIri(property)} ${turtleTerm(object)}`);
  }
  const bodies = [...groups].map(([about, lines]) => `${about}\n${lines.join(' ;\n')} .`);
  return `${head}\n\n${bodies.join('\n\n')}\n`;
}

function turtleTerm(term: RdfTerm): string {
  if ('iri' in term) return turtleIri(term.iri);
  if ('blank' in term) return `_:${term.blank}`;
  const text = `"${term.text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;
  if ('type' in term) return `${text}^^${turtleIri(term.type)}`;
  return term.language === undefined ? text : `${text}@${term.language}`;
}

function turtleIri(iri: string): string {
  for (const [prefix, start] of Object.entries(prefixes))
    if (iri.startsWith(start) && /^[A-Za-z][\w-]*$/.test(iri.slice(start.length)))
      return `${prefix}:${iri.slice(start.length)}`;
  return `<${safeIri(iri)}>`;
}

/** An IRI without the characters that none may have. */
export function safeIri(iri: string): string {
  return iri.replace(/[\p{Cc}\s<>"{}|^`\\]/gu, (letter) => encodeURIComponent(letter));
}

/** Statements as JSON-LD 1.1, with the prefixes as its context. */
export function toJsonLdDocument(triples: readonly RdfTriple[]): Record<string, unknown> {
  const nodes = new Map<string, Record<string, unknown>>();
  for (const { subject, property, object } of triples) {
    const id = 'iri' in subject ? safeIri(subject.iri) : `_:${subject.blank}`;
    const node = nodes.get(id) ?? { '@id': id };
    nodes.set(id, node);
    const isType = property === expand('rdf:type');
    const key = isType ? '@type' : compact(property);
    const value = isType && 'iri' in object ? compact(object.iri) : jsonTerm(object);
    const known = node[key];
    node[key] =
      known === undefined ? value : [...(Array.isArray(known) ? (known as unknown[]) : [known]), value];
  }
  return { '@context': prefixes, '@graph': [...nodes.values()] };
}

function compact(iri: string): string {
  for (const [prefix, start] of Object.entries(prefixes))
    if (iri.startsWith(start)) return `${prefix}:${iri.slice(start.length)}`;
  return iri;
}

function jsonTerm(term: RdfTerm): unknown {
  if ('iri' in term) return { '@id': safeIri(term.iri) };
  if ('blank' in term) return { '@id': `_:${term.blank}` };
  if ('type' in term) return { '@value': term.text, '@type': compact(term.type) };
  return term.language === undefined ? term.text : { '@value': term.text, '@language': term.language };
}
