import type { LinkTable, NodeField, NodeTable, TableRow } from '../../graph/tables';
import { toInterval } from '../import/productionRows';
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

const about: NodeField = {
  column: 'themes',
  link: { type: 'ABOUT', direction: 'OUT', to: 'Theme', many: true, sourced: false },
};
const themeColumn = reference('themes', ['Thèmes', 'Themes'], 'themes', { many: true, synonyms: ['theme'] });
const toText = (value: unknown) => (typeof value === 'string' ? value : null);

/** Mediated contents. */
export const productions: Sheet = {
  id: 'productions',
  fr: 'Productions',
  en: 'Productions',
  label: 'title',
  namedBy: ['title'],
  synonyms: ['outils', 'expositions'],
  columns: [
    identifier,
    text('title', ['Titre', 'Title'], { required: true, synonyms: ['nom', 'intitulé'] }),
    word('type', ['Forme', 'Form'], 'productionType', { required: true, synonyms: ['type'] }),
    themeColumn,
    reference('requires', ['Compétences requises', 'Competences required'], 'competences', { many: true }),
    word('audiences', ['Publics', 'Audiences'], 'audience', { many: true, synonyms: ['public'] }),
    integer('ageMin', ['Âge minimal (ans)', 'Youngest age (years)'], {
      synonyms: ['age_min', 'âge minimal'],
    }),
    column('touring', ['Itinérante', 'Tours'], { is: 'boolean' }, { synonyms: ['touring', 'itinérant'] }),
    integer('modules', ['Modules', 'Modules']),
    integer('surfaceM2', ['Surface (m²)', 'Surface (m²)'], { synonyms: ['surface_m2', 'surface'] }),
    integer('loanFeeEur', ['Prêt (€)', 'Loan fee (€)'], { synonyms: ['loan_fee_eur', 'tarif'] }),
    integer('year', ['Année', 'Year']),
    text('summaryFr', ['Présentation (français)', 'Summary (French)'], {
      synonyms: ['summary_fr', 'description'],
    }),
    text('summaryEn', ['Présentation (anglais)', 'Summary (English)'], { synonyms: ['summary_en'] }),
    sources,
  ],
  table: {
    kind: 'node',
    name: 'productions',
    label: 'Production',
    fields: [
      ...property('title', 'type', 'audiences', 'ageMin', 'touring', 'modules', 'surfaceM2', 'loanFeeEur'),
      ...property('year', 'summaryFr', 'summaryEn'),
      about,
      {
        column: 'requires',
        link: { type: 'REQUIRES', direction: 'OUT', to: 'Competence', many: true, sourced: true },
      },
      statedBy,
    ],
  },
};

const phases = ['VALIDATION', 'FABRICATION', 'DIFFUSION'];

const contributionTable: LinkTable = {
  kind: 'link',
  name: 'contributions',
  type: 'CONTRIBUTED_TO',
  from: { column: 'actor', label: 'Actor' },
  to: { column: 'production', label: 'Production' },
  identity: ['role', 'year'],
  fields: [
    { column: 'role', property: 'role' },
    { column: 'year', property: 'year' },
    { column: 'source', property: 'sourceId' },
  ],
  derive: ({ role }) => ({ phase: phases.includes(String(role)) ? String(role) : null }),
};

/** What each actor did for each production. */
export const contributions: Sheet = {
  id: 'contributions',
  fr: 'Contributions',
  en: 'Contributions',
  namedBy: [],
  synonyms: [],
  columns: [
    reference('actor', ['Acteur', 'Actor'], 'actors', { required: true }),
    reference('production', ['Production', 'Production'], 'productions', { required: true }),
    word('role', ['Rôle', 'Role'], 'contributionRole', { required: true }),
    integer('year', ['Année', 'Year']),
    source,
  ],
  table: contributionTable,
};

/** The units that tour. */
export const copies: Sheet = {
  id: 'copies',
  fr: 'Exemplaires et modules',
  en: 'Copies and modules',
  namedBy: ['production', 'module'],
  synonyms: ['exemplaires', 'copies'],
  columns: [
    identifier,
    reference('production', ['Production', 'Production'], 'productions', { required: true }),
    text('module', ['Module', 'Module']),
  ],
  table: {
    kind: 'node',
    name: 'copies',
    label: 'Copy',
    fields: [
      ...property('module'),
      {
        column: 'production',
        link: { type: 'COPY_OF', direction: 'OUT', to: 'Production', many: false, sourced: false },
      },
    ],
  },
};

const eventTable: NodeTable = {
  kind: 'node',
  name: 'events',
  label: 'Event',
  fields: [
    ...property('kind', 'start', 'end', 'place', 'visitors'),
    { column: 'copies', link: { type: 'SHOWS', direction: 'OUT', to: 'Copy', many: true, sourced: false } },
    {
      column: 'host',
      link: { type: 'HOSTED_BY', direction: 'OUT', to: 'Actor', many: false, sourced: true },
    },
    {
      column: 'commune',
      link: { type: 'TAKES_PLACE_IN', direction: 'OUT', to: 'Territory', many: false, sourced: false },
    },
    statedBy,
  ],
  derive: ({ start, end }: TableRow) => toInterval(toText(start), toText(end)),
};

/** Stops and other dated events. */
export const events: Sheet = {
  id: 'events',
  fr: 'Étapes et événements',
  en: 'Stops and events',
  namedBy: ['kind', 'copies', 'host', 'commune', 'place', 'start'],
  synonyms: ['etapes', 'evenements', 'stops'],
  columns: [
    identifier,
    word('kind', ['Nature', 'Kind'], 'eventKind', { required: true }),
    reference('copies', ['Exemplaires', 'Copies'], 'copies', { many: true }),
    reference('host', ['Accueilli par', 'Hosted by'], 'actors', {
      synonyms: ['host_actor', 'lieu d’accueil'],
    }),
    commune('commune', ['Commune (code INSEE)', 'Commune (INSEE code)'], {
      synonyms: ['insee', 'commune', 'ville'],
    }),
    column('start', ['Début', 'Start'], { is: 'period' }, { synonyms: ['date de début', 'du'] }),
    column('end', ['Fin', 'End'], { is: 'period' }, { synonyms: ['date de fin', 'au'] }),
    text('place', ['Lieu', 'Place']),
    integer('visitors', ['Visiteurs', 'Visitors'], { synonyms: ['fréquentation'] }),
    sources,
  ],
  table: eventTable,
};

const side = (columnName: string, role: string): NodeField => ({
  column: columnName,
  link: { type: 'PARTNER_IN', direction: 'IN', to: 'Actor', many: true, where: { role }, sourced: true },
});
const sideColumn = (key: string, names: readonly [string, string]): Column =>
  reference(key, names, 'actors', { many: true });

/** Dated ties. */
export const partnerships: Sheet = {
  id: 'partnerships',
  fr: 'Partenariats',
  en: 'Partnerships',
  namedBy: ['partners', 'members', 'bodies', 'kind', 'about'],
  synonyms: ['partenariats'],
  columns: [
    identifier,
    word('kind', ['Nature', 'Kind'], 'partnershipKind', { required: true }),
    sideColumn('partners', ['Partenaires à égalité', 'Equal partners']),
    sideColumn('members', ['Membres, supervisés ou accueillis', 'Members, supervised or hosted']),
    sideColumn('bodies', ['Qui réunit, supervise ou accueille', 'Who gathers, supervises or hosts']),
    column('start', ['Début', 'Start'], { is: 'period' }),
    column('end', ['Fin', 'End'], { is: 'period' }),
    text('about', ['Objet', 'About'], { synonyms: ['sujet'] }),
    sources,
  ],
  table: {
    kind: 'node',
    name: 'partnerships',
    label: 'Partnership',
    fields: [
      ...property('kind', 'start', 'end', 'about'),
      side('partners', 'PARTNER'),
      side('members', 'FROM'),
      side('bodies', 'TO'),
      statedBy,
    ],
  },
};

const declared = [
  text('statementFr', ['Énoncé', 'Statement'], {
    required: true,
    synonyms: ['statement_fr', 'besoin', 'offre'],
  }),
  reference('actor', ['Acteur', 'Actor'], 'actors'),
  themeColumn,
  reference('territories', ['Territoires', 'Territories'], 'territories', { many: true }),
  column('publishedOn', ['Publié le', 'Published on'], { is: 'day' }),
  column('expiresOn', ['Expire le', 'Expires on'], { is: 'day' }),
  sources,
];
const declaredFields = (type: 'NEEDED_BY' | 'OFFERED_BY', carries: 'SEEKS' | 'OFFERS'): NodeField[] => [
  ...property('statementFr', 'publishedOn', 'expiresOn'),
  { column: 'actor', link: { type, direction: 'OUT', to: 'Actor', many: false, sourced: false } },
  {
    column: 'competences',
    link: { type: carries, direction: 'OUT', to: 'Competence', many: true, sourced: false },
  },
  about,
  {
    column: 'territories',
    link: { type: 'FOR_TERRITORY', direction: 'OUT', to: 'Territory', many: true, sourced: false },
  },
  statedBy,
];
const carried = reference('competences', ['Compétences', 'Competences'], 'competences', {
  many: true,
  synonyms: ['competence'],
});

/** What is lacking. */
export const needs: Sheet = {
  id: 'needs',
  fr: 'Besoins',
  en: 'Needs',
  label: 'statementFr',
  namedBy: ['statementFr'],
  synonyms: ['besoins'],
  columns: [
    identifier,
    ...declared.slice(0, 2),
    word('group', ['Groupe', 'Group'], 'needGroup', { synonyms: ['groupe'] }),
    carried,
    integer('year', ['Année', 'Year']),
    ...declared.slice(2),
  ],
  table: {
    kind: 'node',
    name: 'needs',
    label: 'Need',
    fields: [...property('group', 'year'), ...declaredFields('NEEDED_BY', 'SEEKS')],
  },
};

/** What is proposed. */
export const offers: Sheet = {
  id: 'offers',
  fr: 'Offres',
  en: 'Offers',
  label: 'statementFr',
  namedBy: ['statementFr'],
  synonyms: ['offres'],
  columns: [identifier, ...declared.slice(0, 2), carried, ...declared.slice(2)],
  table: { kind: 'node', name: 'offers', label: 'Offer', fields: declaredFields('OFFERED_BY', 'OFFERS') },
};
