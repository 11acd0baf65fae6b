import type { Column } from '../sheets/column';
import { sheets, type SheetId } from '../sheets/sheets';
import { vocabularyOf } from '../sheets/vocabulary';

type Language = 'fr' | 'en';

const words = {
  fr: {
    title: 'Maillage : export',
    intro: [
      'Chaque feuille (ou fichier) est une sorte de ligne. Modifiez les cellules, ajoutez des lignes, puis importez : rien n’est changé avant que vous ayez vu ce qui changerait.',
      'Une cellule vide veut dire « inconnu », jamais zéro. Vider une cellule retire la valeur. Une ligne que vous effacez ici n’est pas retirée de l’application, sauf si vous le demandez en important.',
      'Ce qui est entre crochets est l’identifiant : lui seul compte. Plusieurs valeurs dans une cellule sont séparées par une barre : a | b.',
      'Une colonne que vous ajoutez est gardée et vous est rendue à l’export suivant.',
    ],
    required: 'obligatoire',
    many: 'plusieurs valeurs possibles',
    rows: 'lignes',
    types: {
      identifier: 'identifiant',
      text: 'texte',
      address: 'adresse internet',
      integer: 'nombre entier',
      number: 'nombre',
      boolean: 'oui ou non',
      day: 'jour (15/04/2025)',
      period: 'année, mois ou jour (2025, 04/2025, 15/04/2025)',
    },
    word: (list: string) => `au choix : ${list}`,
    reference: (sheet: string) => `une ligne de : ${sheet}`,
    territories: 'communes et territoires',
    on: (date: string) => `Exporté le ${date}.`,
  },
  en: {
    title: 'Maillage: export',
    intro: [
      'Each sheet (or file) is one kind of row. Change cells, add rows, then import: nothing is changed before you have seen what would change.',
      'An empty cell means “unknown”, never zero. Emptying a cell takes the value away. A row that you delete here is not removed from the application, unless you ask for it when importing.',
      'What is in square brackets is the identifier: it alone counts. Several values in a cell are parted by a bar: a | b.',
      'A column that you add is kept and given back in the next export.',
    ],
    required: 'required',
    many: 'several values possible',
    rows: 'rows',
    types: {
      identifier: 'identifier',
      text: 'text',
      address: 'web address',
      integer: 'whole number',
      number: 'number',
      boolean: 'yes or no',
      day: 'day (2025-04-15)',
      period: 'year, month or day (2025, 2025-04, 2025-04-15)',
    },
    word: (list: string) => `one of: ${list}`,
    reference: (sheet: string) => `a row of: ${sheet}`,
    territories: 'communes and territories',
    on: (date: string) => `Exported on ${date}.`,
  },
} as const;

/** One line of the readme: a sheet, or a column of it with what it holds. */
export interface ReadmeLine {
  kind: 'TITLE' | 'TEXT' | 'SHEET' | 'COLUMN';
  cells: string[];
}

/**
 * What the readme of an export says: how to fill it in, and what each column of each sheet holds.
 *
 * @param counts - rows by sheet
 * @param day - ISO day of the export
 */
export function readmeLines(
  counts: ReadonlyMap<SheetId, number>,
  language: Language,
  day: string,
): ReadmeLine[] {
  const say = words[language];
  const lines: ReadmeLine[] = [
    { kind: 'TITLE', cells: [say.title] },
    { kind: 'TEXT', cells: [say.on(day)] },
    ...say.intro.map((text): ReadmeLine => ({ kind: 'TEXT', cells: [text] })),
  ];
  for (const [id, count] of counts) {
    const sheet = sheets[id];
    lines.push({ kind: 'SHEET', cells: [sheet[language], `${count} ${say.rows}`, `${id}.csv`] });
    for (const column of sheet.columns)
      lines.push({ kind: 'COLUMN', cells: [column[language], describe(column, language), column.key] });
  }
  return lines;
}

function describe(column: Column, language: Language): string {
  const say = words[language];
  const { type } = column;
  const parts: string[] = [];
  if (type.is === 'word')
    parts.push(
      say.word(
        vocabularyOf(type.vocabulary)
          .entries.map((entry) => entry[language])
          .join(', '),
      ),
    );
  else if (type.is === 'reference')
    parts.push(say.reference(type.to === 'territories' ? say.territories : sheets[type.to][language]));
  else parts.push(say.types[type.is]);
  if (column.many) parts.push(say.many);
  if (column.required) parts.push(say.required);
  const help = column.help?.[language];
  return `${parts.join(' ; ')}${help === undefined ? '' : `. ${help}`}`;
}

/** The readme as Markdown, for a folder of CSV files. */
export function toMarkdown(lines: readonly ReadmeLine[]): string {
  const texts = lines.map(({ kind, cells: [first, second, third] }) => {
    if (kind === 'TITLE') return `# ${first}\n`;
    if (kind === 'TEXT') return `${first}\n`;
    if (kind === 'SHEET') return `\n## ${first} (\`${third}\`, ${second})\n`;
    return `- \`${third}\` — ${first} : ${second}`;
  });
  return `${texts.join('\n')}\n`;
}
