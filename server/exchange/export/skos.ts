import type { TableRow } from '../../graph/tables';
import { vocabularyOf } from '../sheets/vocabulary';
import { addressOf, places } from './addresses';
import { describe, expand, label, type RdfTriple } from './rdf';

const schemes = {
  competences: { fr: 'Compétences de la médiation scientifique', en: 'Competences of science mediation' },
  themes: { fr: 'Thèmes', en: 'Themes' },
} as const;

/**
 * A vocabulary as a SKOS concept scheme: labels in both languages, definitions, broader and narrower concepts; the phases of
 * competences are collections. Close matches that are no IRI are given as notes.
 *
 * @param rows - rows of the sheet
 * @param base - origin of the addresses
 */
export function toSkos(kind: keyof typeof schemes, rows: readonly TableRow[], base: string): RdfTriple[] {
  const scheme = `${base}/${places[kind]}`;
  const iri = (id: string) => addressOf(base, kind, id);
  const type = (name: string) => ({ iri: expand(name) });
  const triples = describe(scheme, [
    ['rdf:type', type('skos:ConceptScheme')],
    ['skos:prefLabel', label(schemes[kind].fr, 'fr')],
    ['skos:prefLabel', label(schemes[kind].en, 'en')],
  ]);
  for (const row of rows) {
    const id = row.id as string;
    const broader = row.broader as string | null;
    const narrower = rows.filter((other) => other.broader === id);
    triples.push(
      ...describe(iri(id), [
        ['rdf:type', type('skos:Concept')],
        ['skos:inScheme', { iri: scheme }],
        ['skos:notation', { text: id }],
        ['skos:prefLabel', label(row.labelFr, 'fr')],
        ['skos:prefLabel', label(row.labelEn, 'en')],
        ['skos:definition', label(row.definitionFr, 'fr')],
        [
          broader === null ? 'skos:topConceptOf' : 'skos:broader',
          { iri: broader === null ? scheme : iri(broader) },
        ],
        ...narrower.map((other) => ['skos:narrower', { iri: iri(other.id as string) }] as const),
        ...((row.closeMatch ?? []) as string[]).map((text) => ['skos:note', { text }] as const),
      ]),
    );
    if (broader === null) triples.push(...describe(scheme, [['skos:hasTopConcept', { iri: iri(id) }]]));
  }
  return kind === 'competences' ? [...triples, ...toPhases(rows, base)] : triples;
}

function toPhases(rows: readonly TableRow[], base: string): RdfTriple[] {
  return vocabularyOf('phase').entries.flatMap(({ id, fr, en }) =>
    describe(`${base}/competences#${id.toLowerCase()}`, [
      ['rdf:type', { iri: expand('skos:Collection') }],
      ['skos:prefLabel', label(fr, 'fr')],
      ['skos:prefLabel', label(en, 'en')],
      ...rows
        .filter((row) => row.phase === id)
        .map((row) => ['skos:member', { iri: addressOf(base, 'competences', row.id as string) }] as const),
    ]),
  );
}
