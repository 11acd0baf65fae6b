import { quote, sentence, type Sentence } from '../reasons';
import type { RegisterProblem, RegisterProblemKind } from './registerFormat';

/** What is said of each problem; `written` stands for what is in the cell. */
const WORDS: Record<RegisterProblemKind, Sentence> = {
  NO_NAME: sentence('Aucun nom : ligne laissée de côté.', 'No name: the row is left out.'),
  BAD_IDENTIFIER: sentence(
    '{written} n’est pas un identifiant de ce registre, ou n’en est un que dans ce fichier : la ligne est lue sans.',
    '{written} is no identifier of this register, or only within this file: the row is read without it.',
  ),
  REPEATED_IDENTIFIER: sentence(
    '{written} est déjà l’identifiant d’une autre ligne : celle-ci est laissée de côté.',
    '{written} is the identifier of another row already: this one is left out.',
  ),
  FILLER_IDENTIFIER: sentence(
    '{written} remplit une case et n’identifie rien : il n’est pas pris.',
    '{written} fills a cell and identifies nothing: it is not taken.',
  ),
  SHARED_IDENTIFIER: sentence(
    '{written} est porté par plusieurs lignes : c’est celui de l’organisme qui en répond, il n’est pas pris.',
    '{written} is borne by several rows: it is that of the body that answers for them, and is not taken.',
  ),
  BAD_POINT: sentence(
    '{written} n’est pas une position : elle n’est pas prise.',
    '{written} is no position: it is not taken.',
  ),
  FAR_POINT: sentence(
    'La position {written} est loin de la commune : elle n’est pas prise.',
    'The position {written} is far from the commune: it is not taken.',
  ),
  UNKNOWN_COMMUNE: sentence('{written} : commune inconnue ici.', '{written}: commune unknown here.'),
};

const NO_IDENTIFIER = sentence(
  'Aucun identifiant : la ligne est lue sans.',
  'No identifier: the row is read without one.',
);

/** What is wrong in a row of a register and what was done about it, in plain words. */
export function problemSentence({ problem, value }: Pick<RegisterProblem, 'problem' | 'value'>): Sentence {
  if (problem === 'BAD_IDENTIFIER' && value === '') return NO_IDENTIFIER;
  const written = quote(value);
  const { fr, en } = WORDS[problem];
  return sentence(fr.replace('{written}', written.fr), en.replace('{written}', written.en));
}
