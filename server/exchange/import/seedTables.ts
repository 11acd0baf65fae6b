import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  list,
  oneOf,
  optionalInteger,
  optionalNumber,
  optionalOneOf,
  optionalPartialDate,
  optionalText,
  text,
  type Row,
} from './table';

const VOCABULARY = join(__dirname, '..', '..', '..', 'schema', 'vocabulary');

/** Identifiers of a controlled list of `schema/vocabulary`. */
export function readVocabulary(name: string): string[] {
  const entries = JSON.parse(readFileSync(join(VOCABULARY, `${name}.json`), 'utf8')) as { id: string }[];
  return entries.map((entry) => entry.id);
}

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'is not an identifier (small letters, digits, hyphens)');
const upperCase = z.string().transform((value) => value.toUpperCase());
const optionalBoolean = z
  .enum(['', 'true', 'false'], 'is neither true nor false')
  .transform((value) => (value === '' ? null : value === 'true'));

/** Columns of each table of a region's facts; the name is the file's. */
export const seedTables = {
  sources: z.object({
    id: slug,
    title: text,
    publisher: text,
    url: text,
    date: optionalPartialDate,
    retrieved: optionalPartialDate,
  }),
  competences: z.object({
    id: slug,
    phase: oneOf(readVocabulary('phase')),
    broader: optionalText,
    label_fr: text,
    label_en: text,
    definition_fr: optionalText,
  }),
  themes: z.object({ id: slug, broader: optionalText, label_fr: text, label_en: text, close_match: list }),
  actors: z.object({
    id: slug,
    kind: oneOf(['STRUCTURE', 'LAB']),
    type: oneOf(readVocabulary('actorFamily')),
    legal_status: optionalOneOf(readVocabulary('legalStatus')),
    name: text,
    acronym: optionalText,
    insee: optionalText,
    insee_evidence: upperCase.pipe(optionalOneOf(readVocabulary('locationEvidence'))),
    website: z.union(
      [z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })],
      'is not a web address',
    ),
    siret: z.string().regex(/^(\d{14})?$/, 'is not 14 digits'),
    rna: optionalText,
    rnsr: z.string().regex(/^(\d{9}[A-Z])?$/, 'is not a number of the RNSR'),
    ror: optionalText,
    museofile: z.string().regex(/^(M\d{4})?$/, 'is not a number of Muséofile'),
    parent: optionalText,
    summary_fr: optionalText,
    summary_en: optionalText,
    source_id: text,
  }),
  actor_competences: z.object({
    actor: text,
    competence: text,
    level: z.enum(['', '1', '2', '3'], 'is not 1, 2 or 3').transform((v) => (v === '' ? null : Number(v))),
    status: upperCase.pipe(oneOf(readVocabulary('competenceStatus'))),
    evidence_fr: optionalText,
    source_id: text,
  }),
  actor_themes: z.object({ actor: text, theme: text, source_id: text }),
  productions: z.object({
    id: slug,
    title: text,
    type: oneOf(readVocabulary('productionType')),
    themes: list,
    audiences: list.pipe(z.array(oneOf(readVocabulary('audience')))),
    age_min: optionalInteger,
    touring: optionalBoolean,
    modules: optionalInteger,
    surface_m2: optionalInteger,
    loan_fee_eur: optionalInteger,
    year: optionalInteger,
    summary_fr: optionalText,
    summary_en: optionalText,
    source_id: text,
  }),
  contributions: z.object({
    actor: text,
    production: text,
    role: oneOf(readVocabulary('contributionRole')),
    year: optionalInteger,
    source_id: text,
  }),
  stops: z.object({
    production: text,
    host_actor: optionalText,
    insee: optionalText,
    start: optionalPartialDate,
    end: optionalPartialDate,
    visitors: optionalInteger,
    source_id: text,
    module: optionalText,
    place: optionalText,
  }),
  partnerships: z.object({
    a: text,
    b: text,
    kind: oneOf(readVocabulary('partnershipKind')),
    start: optionalPartialDate,
    end: optionalPartialDate,
    about: optionalText,
    source_id: text,
  }),
  needs: z.object({
    id: slug,
    actor: optionalText,
    group: optionalOneOf(readVocabulary('needGroup')),
    competence: optionalText,
    theme: optionalText,
    statement_fr: text,
    year: optionalInteger,
    source_id: text,
  }),
  survey: z.object({
    campaign: slug,
    year: z
      .string()
      .regex(/^\d{4}$/, 'is not a year')
      .transform(Number),
    title: text,
    contacted: optionalInteger,
    identified: optionalInteger,
    answered: optionalInteger,
    source_id: text,
  }),
  survey_status: z.object({
    actor: text,
    campaign: text,
    status: oneOf(readVocabulary('surveyStatus')),
    source_id: text,
  }),
  indicators: z.object({
    subject_type: oneOf(['actor', 'campaign', 'production']),
    subject: text,
    indicator: text,
    period: optionalText,
    value: z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'is not a number')
      .transform(Number),
    unit: text,
    source_id: text,
  }),
  communes_outside: z.object({ insee: text, name: text, department: text }),
} as const;

/** Rows of a region's facts, by table. */
export type SeedRows = { [K in keyof typeof seedTables]: Row<z.output<(typeof seedTables)[K]>>[] };

/** Columns of each table of the territories; the name is the file's. */
export const territoryTables = {
  sources: seedTables.sources.extend({ licence: text }),
  communes: z.object({
    insee: text,
    nom: text,
    departement: text,
    epci: optionalText,
    population: optionalInteger,
    lat: optionalNumber,
    lon: optionalNumber,
    point_source: optionalText,
  }),
  epci: z.object({ siren: text, nom: text, type: text, population_municipale: optionalInteger }),
  departements: z.object({ code: text, nom: text, region: text, region_nom: text }),
  former_regions: z.object({ code: text, nom: text, region: text, departements: list }),
  ages_departements_hdf: z.object({
    code: text,
    population_municipale: optionalInteger,
    surface_km2: optionalNumber,
    pop_0_14_2021: optionalInteger,
    pop_15_24_2021: optionalInteger,
    pop_total_2021: optionalInteger,
  }),
} as const;
