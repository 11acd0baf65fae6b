import { identifier, reference, text, word } from './column';
import { property } from './fields';
import type { Sheet } from './sheets';

const labels = [
  text('labelFr', ['Libellé français', 'French label'], {
    required: true,
    synonyms: ['label_fr', 'libellé'],
  }),
  text('labelEn', ['Libellé anglais', 'English label'], { required: true, synonyms: ['label_en'] }),
];
const toConcept = { type: 'BROADER', direction: 'OUT', many: false, sourced: false } as const;

/** The vocabulary of competences. */
export const competences: Sheet = {
  id: 'competences',
  fr: 'Compétences',
  en: 'Competences',
  label: 'labelFr',
  namedBy: ['labelFr'],
  synonyms: ['referentiel_competences'],
  columns: [
    identifier,
    word('phase', ['Phase', 'Phase'], 'phase', { required: true }),
    reference('broader', ['Compétence plus large', 'Broader competence'], 'competences'),
    ...labels,
    text('definitionFr', ['Définition', 'Definition (French)'], { synonyms: ['definition_fr'] }),
  ],
  table: {
    kind: 'node',
    name: 'competences',
    label: 'Competence',
    fields: [
      ...property('phase', 'labelFr', 'labelEn', 'definitionFr'),
      { column: 'broader', link: { ...toConcept, to: 'Competence' } },
    ],
  },
};

/** The vocabulary of themes. */
export const themes: Sheet = {
  id: 'themes',
  fr: 'Thèmes',
  en: 'Themes',
  label: 'labelFr',
  namedBy: ['labelFr'],
  synonyms: ['referentiel_themes'],
  columns: [
    identifier,
    reference('broader', ['Thème plus large', 'Broader theme'], 'themes'),
    ...labels,
    text('closeMatch', ['Termes proches', 'Close matches'], { many: true, synonyms: ['close_match'] }),
  ],
  table: {
    kind: 'node',
    name: 'themes',
    label: 'Theme',
    fields: [
      ...property('labelFr', 'labelEn', 'closeMatch'),
      { column: 'broader', link: { ...toConcept, to: 'Theme' } },
    ],
  },
};
