import type { LinkTable, NodeTable } from '../../graph/tables';
import {
  column,
  commune,
  identifier,
  integer,
  reference,
  source,
  sources,
  text,
  word,
  type Column,
} from './column';
import { property, statedBy } from './fields';
import type { Sheet } from './sheets';

const actorColumns: Column[] = [
  identifier,
  word('kind', ['Nature', 'Kind'], 'actorKind', {
    help: {
      fr: 'Structure ou laboratoire. Vide : structure.',
      en: 'Structure or laboratory. Empty: structure.',
    },
  }),
  word('family', ['Famille', 'Family'], 'actorFamily', {
    required: true,
    synonyms: ['type', 'famille d’acteur', 'catégorie', 'type de structure', 'actor family'],
  }),
  text('name', ['Nom', 'Name'], {
    required: true,
    synonyms: [
      'nom de la structure',
      'structure',
      'organisme',
      'dénomination',
      'raison sociale',
      'intitulé',
      'libellé',
    ],
  }),
  text('acronym', ['Sigle', 'Acronym'], { synonyms: ['acronyme'] }),
  word('legalStatus', ['Statut juridique', 'Legal status'], 'legalStatus', {
    synonyms: ['legal_status', 'statut', 'forme juridique'],
  }),
  commune('commune', ['Commune (code INSEE)', 'Commune (INSEE code)'], {
    synonyms: ['insee', 'code insee', 'commune', 'ville', 'code commune', 'localité', 'town', 'city'],
  }),
  word(
    'locationEvidence',
    ['Comment la commune est connue', 'How the commune is known'],
    'locationEvidence',
    {
      synonyms: ['insee_evidence'],
      help: {
        fr: 'Vide alors que la commune est donnée : lu dans la source.',
        en: 'Empty while the commune is given: read in the source.',
      },
    },
  ),
  column(
    'website',
    ['Site internet', 'Website'],
    { is: 'address' },
    {
      synonyms: ['site web', 'site', 'url', 'adresse internet', 'web'],
    },
  ),
  text('siret', ['SIRET', 'SIRET'], {
    synonyms: ['numéro siret', 'n° siret'],
    pattern: { test: /^\d{14}$/, fr: 'doit avoir 14 chiffres', en: 'must have 14 digits' },
  }),
  text('rna', ['RNA', 'RNA'], {
    synonyms: ['numéro rna'],
    pattern: { test: /^W\d{9}$/, fr: 'doit être un W suivi de 9 chiffres', en: 'must be a W and 9 digits' },
  }),
  text('uai', ['UAI', 'UAI'], {
    synonyms: ['rne', 'code uai'],
    pattern: {
      test: /^\d{7}[A-Z]$/,
      fr: 'doit avoir 7 chiffres et une lettre',
      en: 'must have 7 digits and a letter',
    },
  }),
  text('rnsr', ['RNSR', 'RNSR'], {
    synonyms: ['numéro rnsr'],
    pattern: {
      test: /^\d{9}[A-Z]$/,
      fr: 'doit avoir 9 chiffres et une lettre',
      en: 'must have 9 digits and a letter',
    },
  }),
  text('ror', ['ROR', 'ROR'], {
    pattern: {
      test: /^https:\/\/ror\.org\/0[a-z0-9]{8}$/,
      fr: 'doit être une adresse https://ror.org/0…',
      en: 'must be an address https://ror.org/0…',
    },
  }),
  text('museofile', ['Muséofile', 'Muséofile'], {
    synonyms: ['identifiant muséofile', 'code museofile'],
    pattern: { test: /^M\d{4}$/, fr: 'doit être un M suivi de 4 chiffres', en: 'must be an M and 4 digits' },
  }),
  reference('parent', ['Structure dont il fait partie', 'Structure it is a part of'], 'actors', {
    synonyms: ['parent', 'structure de rattachement'],
  }),
  reference('supervisors', ['Tutelles', 'Supervised by'], 'actors', { many: true }),
  reference('serves', ['Territoires desservis', 'Territories served'], 'territories', { many: true }),
  text('summaryFr', ['Présentation (français)', 'Summary (French)'], {
    synonyms: ['summary_fr', 'présentation', 'description', 'résumé'],
  }),
  text('summaryEn', ['Présentation (anglais)', 'Summary (English)'], { synonyms: ['summary_en'] }),
  sources,
];

const single = { direction: 'OUT', many: false, sourced: true } as const;
const many = { direction: 'OUT', many: true, sourced: true } as const;

const actorTable: NodeTable = {
  kind: 'node',
  name: 'actors',
  label: 'Actor',
  also: { column: 'kind', labels: { STRUCTURE: 'Structure', LAB: 'Lab' } },
  fields: [
    ...property('kind', 'family', 'name', 'acronym', 'legalStatus', 'website', 'siret', 'rna', 'uai', 'rnsr'),
    ...property('ror', 'museofile', 'summaryFr', 'summaryEn'),
    { column: 'commune', link: { type: 'LOCATED_IN', to: 'Territory', ...single } },
    { column: 'locationEvidence', property: 'evidence', ofLink: 'commune' },
    { column: 'parent', link: { type: 'BELONGS_TO', to: 'Actor', ...single } },
    { column: 'supervisors', link: { type: 'SUPERVISED_BY', to: 'Actor', ...many } },
    { column: 'serves', link: { type: 'SERVES', to: 'Territory', ...many } },
    statedBy,
  ],
};

/** Who acts: structures and laboratories. Persons are not exchanged in workbooks: they need consent. */
export const actors: Sheet = {
  id: 'actors',
  fr: 'Acteurs',
  en: 'Actors',
  label: 'name',
  namedBy: ['name'],
  synonyms: ['acteurs', 'structures', 'annuaire'],
  columns: actorColumns,
  table: actorTable,
};

const actorColumn = reference('actor', ['Acteur', 'Actor'], 'actors', {
  required: true,
  synonyms: ['acteur'],
});

const competenceTable: LinkTable = {
  kind: 'link',
  name: 'actorCompetences',
  type: 'HAS_COMPETENCE',
  from: { column: 'actor', label: 'Actor' },
  to: { column: 'competence', label: 'Competence' },
  identity: [],
  fields: [
    { column: 'level', property: 'level' },
    { column: 'status', property: 'status' },
    { column: 'evidence', property: 'evidence' },
    { column: 'since', property: 'since' },
    { column: 'source', property: 'sourceId' },
  ],
};

/** What each actor can do. */
export const actorCompetences: Sheet = {
  id: 'actorCompetences',
  fr: 'Compétences des acteurs',
  en: 'Competences of actors',
  namedBy: [],
  synonyms: ['actor_competences', 'competences_acteurs'],
  columns: [
    actorColumn,
    reference('competence', ['Compétence', 'Competence'], 'competences', { required: true }),
    integer('level', ['Niveau (1 à 3)', 'Level (1 to 3)'], {
      synonyms: ['niveau', 'level'],
      pattern: { test: /^[123]$/, fr: 'doit être 1, 2 ou 3', en: 'must be 1, 2 or 3' },
      help: {
        fr: '1 une occurrence, 2 récurrent, 3 mission principale.',
        en: '1 one occurrence, 2 recurrent, 3 core mission.',
      },
    }),
    word('status', ['Statut', 'Status'], 'competenceStatus', { required: true }),
    text('evidence', ['Preuve', 'Evidence'], { synonyms: ['evidence_fr'] }),
    integer('since', ['Depuis (année)', 'Since (year)'], { synonyms: ['depuis'] }),
    source,
  ],
  table: competenceTable,
};

/** What each actor works on. */
export const actorThemes: Sheet = {
  id: 'actorThemes',
  fr: 'Thèmes des acteurs',
  en: 'Themes of actors',
  namedBy: [],
  synonyms: ['actor_themes', 'themes_acteurs'],
  columns: [actorColumn, reference('theme', ['Thème', 'Theme'], 'themes', { required: true }), source],
  table: {
    kind: 'link',
    name: 'actorThemes',
    type: 'WORKS_ON',
    from: { column: 'actor', label: 'Actor' },
    to: { column: 'theme', label: 'Theme' },
    identity: [],
    fields: [{ column: 'source', property: 'sourceId' }],
  },
};

/** Places that receive the public. */
export const venues: Sheet = {
  id: 'venues',
  fr: 'Lieux',
  en: 'Venues',
  label: 'name',
  namedBy: ['name'],
  synonyms: ['lieux'],
  columns: [
    identifier,
    text('name', ['Nom', 'Name'], { required: true }),
    reference('actor', ['Acteur', 'Actor'], 'actors', { required: true }),
    commune('commune', ['Commune (code INSEE)', 'Commune (INSEE code)'], { synonyms: ['commune', 'insee'] }),
    integer('capacity', ['Jauge (personnes)', 'Capacity (people)'], { synonyms: ['jauge', 'capacité'] }),
    integer('surfaceM2', ['Surface (m²)', 'Surface (m²)'], { synonyms: ['surface'] }),
    column('accessible', ['Accessible', 'Accessible'], { is: 'boolean' }),
    sources,
  ],
  table: {
    kind: 'node',
    name: 'venues',
    label: 'Venue',
    fields: [
      ...property('name', 'capacity', 'surfaceM2', 'accessible'),
      { column: 'actor', link: { type: 'VENUE_OF', to: 'Actor', ...single, sourced: false } },
      { column: 'commune', link: { type: 'LOCATED_IN', to: 'Territory', ...single } },
      statedBy,
    ],
  },
};
