import type { NodeField } from '../../graph/tables';
import { column, identifier, integer, reference, sources, text, word } from './column';
import { property, statedBy } from './fields';
import type { Sheet } from './sheets';

/** Who said it. */
export const sourcesSheet: Sheet = {
  id: 'sources',
  fr: 'Sources',
  en: 'Sources',
  label: 'title',
  namedBy: ['title'],
  synonyms: [],
  columns: [
    identifier,
    text('title', ['Titre', 'Title'], { required: true }),
    text('publisher', ['Éditeur', 'Publisher'], { required: true, synonyms: ['producteur'] }),
    column('url', ['Adresse', 'Address'], { is: 'address' }, { required: true, synonyms: ['url', 'lien'] }),
    column('date', ['Date', 'Date'], { is: 'period' }),
    column('retrieved', ['Lue le', 'Read on'], { is: 'day' }, { synonyms: ['retrieved', 'consultée le'] }),
    text('licence', ['Licence', 'Licence']),
  ],
  table: {
    kind: 'node',
    name: 'sources',
    label: 'Source',
    fields: property('title', 'publisher', 'url', 'date', 'retrieved', 'licence'),
  },
};

/** Survey campaigns. */
export const surveys: Sheet = {
  id: 'surveys',
  fr: 'Enquêtes',
  en: 'Surveys',
  label: 'title',
  namedBy: ['title'],
  synonyms: ['survey', 'enquetes', 'campagnes'],
  columns: [
    { ...identifier, synonyms: [...identifier.synonyms, 'campaign'] },
    text('title', ['Titre', 'Title'], { required: true }),
    integer('year', ['Année', 'Year'], { required: true }),
    integer('contacted', ['Contactées', 'Contacted']),
    integer('identified', ['Identifiées', 'Identified']),
    integer('answered', ['Ont répondu', 'Answered']),
    sources,
  ],
  table: {
    kind: 'node',
    name: 'surveys',
    label: 'Survey',
    fields: [...property('title', 'year', 'contacted', 'identified', 'answered'), statedBy],
  },
};

/** Where each actor stands in a survey. */
export const surveyResponses: Sheet = {
  id: 'surveyResponses',
  fr: 'Suivi des enquêtes',
  en: 'Survey follow-up',
  namedBy: ['survey', 'actor'],
  synonyms: ['survey_status', 'suivi'],
  columns: [
    identifier,
    reference('survey', ['Enquête', 'Survey'], 'surveys', { required: true, synonyms: ['campaign'] }),
    reference('actor', ['Acteur', 'Actor'], 'actors', { required: true }),
    word('status', ['État', 'Status'], 'surveyStatus', { required: true }),
    sources,
  ],
  table: {
    kind: 'node',
    name: 'surveyResponses',
    label: 'SurveyResponse',
    fields: [
      ...property('status'),
      {
        column: 'survey',
        link: { type: 'IN_SURVEY', direction: 'OUT', to: 'Survey', many: false, sourced: false },
      },
      {
        column: 'actor',
        link: { type: 'RESPONSE_OF', direction: 'OUT', to: 'Actor', many: false, sourced: false },
      },
      statedBy,
    ],
  },
};

const subject = (name: string, to: 'Actor' | 'Production' | 'Survey'): NodeField => ({
  column: name,
  link: { type: 'MEASURES', direction: 'OUT', to, many: false, sourced: false },
});

/** Figures. */
export const indicators: Sheet = {
  id: 'indicators',
  fr: 'Indicateurs',
  en: 'Indicators',
  namedBy: ['actor', 'production', 'survey', 'name', 'period'],
  synonyms: ['indicateurs'],
  columns: [
    identifier,
    text('name', ['Indicateur', 'Indicator'], { required: true }),
    text('period', ['Période', 'Period']),
    column('value', ['Valeur', 'Value'], { is: 'number' }, { required: true }),
    text('unit', ['Unité', 'Unit'], { required: true }),
    reference('actor', ['Acteur', 'Actor'], 'actors'),
    reference('production', ['Production', 'Production'], 'productions'),
    reference('survey', ['Enquête', 'Survey'], 'surveys'),
    sources,
  ],
  table: {
    kind: 'node',
    name: 'indicators',
    label: 'Indicator',
    fields: [
      ...property('name', 'period', 'value', 'unit'),
      subject('actor', 'Actor'),
      subject('production', 'Production'),
      subject('survey', 'Survey'),
      statedBy,
    ],
  },
};
