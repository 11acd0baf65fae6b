import { isDatabaseAway } from '../../database/driver';
import { AlreadyAppliedError, isTooLargeForDatabase, isTooLongForDatabase } from '../../graph/changeGraph';
import { StillReferencedError } from '../../graph/writeRows';
import { FileRefusedError } from '../import/files/limits';
import { digestOf, GraphMovedError } from '../import/importFile';
import type { Plan } from '../import/plan';
import { sentence, type Sentence } from '../import/reasons';
import type { ImportState } from './importJob';
import { ImportProcessEndedError } from './importProcess';

/** What is said of an import whose end was not seen and which the database does not know. */
export const nothingWritten: Sentence = sentence(
  'L’import a été interrompu : rien n’a été écrit. Vous pouvez l’envoyer de nouveau.',
  'The import was interrupted: nothing was written. You can send it again.',
);

/** What became of an import that failed, and what to tell. */
export interface Failure {
  state: ImportState;
  message: Sentence;
  /** What the import would do now, when the graph moved since it was checked. */
  plan?: Plan;
  /** Digest of that plan. */
  digest?: string;
  /** What to tell of an import that is unsure, once nothing of it is found. */
  otherwise?: Sentence;
}

/**
 * Says what became of an import that failed: refused, cancelled, to be looked at again, or unsure while the database is away.
 *
 * @param isWriting - whether the transaction had begun
 */
export function explainFailure(error: unknown, isWriting: boolean): Failure {
  if (error instanceof FileRefusedError) return { state: 'REFUSED', message: error.reason };
  if (error instanceof GraphMovedError)
    return {
      state: 'CHECKED',
      plan: error.plan,
      digest: digestOf(error.plan.changes),
      message: messages.moved,
    };
  if (error instanceof StillReferencedError)
    return { state: 'REFUSED', message: stillReferenced(error.id, error.by.join(', ')) };
  if (error instanceof AlreadyAppliedError) return { state: 'APPLIED', message: messages.done };
  if ((error as { name?: unknown } | null)?.name === 'AbortError')
    return { state: 'CANCELLED', message: messages.givenUp };
  if (error instanceof ImportProcessEndedError) return ended(error, isWriting);
  if (isTooLargeForDatabase(error)) return { state: 'REFUSED', message: messages.tooLarge };
  if (isTooLongForDatabase(error))
    return isWriting
      ? { state: 'UNSURE', message: messages.away, otherwise: messages.tooLong }
      : { state: 'REFUSED', message: messages.tooLong };
  if (isWriting) return { state: 'UNSURE', message: messages.away };
  if (isDatabaseAway(error)) return { state: 'REFUSED', message: messages.away };
  return { state: 'REFUSED', message: messages.unread };
}

/** An import whose process ended while it wrote may still be whole: the database tells. */
function ended({ isOutOfMemory }: ImportProcessEndedError, isWriting: boolean): Failure {
  const message = isOutOfMemory ? messages.tooMuch : nothingWritten;
  return isWriting
    ? { state: 'UNSURE', message: messages.away, otherwise: message }
    : { state: 'REFUSED', message };
}

const messages = {
  moved: sentence(
    'L’annuaire a changé depuis la vérification : rien n’a été écrit. Voici ce qui changerait maintenant.',
    'The directory changed since it was checked: nothing was written. This is what would change now.',
  ),
  done: sentence('Cet import est déjà fait.', 'This import is done already.'),
  givenUp: sentence('Import abandonné : rien n’a été écrit.', 'Import given up: nothing was written.'),
  tooLarge: sentence(
    'L’import dépasse la mémoire de la base : rien n’a été écrit. Divisez le fichier, ou donnez-lui plus de mémoire (MAILLAGE_HEAP_MB).',
    'The import is larger than the memory of the database: nothing was written. Divide the file, or give it more memory (MAILLAGE_HEAP_MB).',
  ),
  tooLong: sentence(
    'L’import a demandé plus de cinq minutes à la base, la limite d’un changement : rien n’a été écrit. Divisez le fichier, ou réessayez quand la base est moins occupée.',
    'The import took the database over five minutes, the limit of one change: nothing was written. Divide the file, or try again when the database is less busy.',
  ),
  tooMuch: sentence(
    'Le fichier demande plus de mémoire qu’un import n’en a : rien n’a été écrit. Divisez-le en plusieurs fichiers.',
    'The file needs more memory than an import has: nothing was written. Divide it into several files.',
  ),
  away: sentence(
    'La base ne répond pas. L’import est entier ou absent, jamais à moitié : la réponse viendra avec elle.',
    'The database does not answer. The import is whole or absent, never half done: it will tell once it is back.',
  ),
  unread: sentence(
    'Le fichier n’a pas pu être lu : rien n’a été écrit.',
    'The file could not be read: nothing was written.',
  ),
};

function stillReferenced(id: string, by: string): Sentence {
  return sentence(
    `« ${id} » ne peut pas être retiré, ${by} s’y réfère encore : rien n’a été écrit.`,
    `“${id}” cannot be removed, ${by} still refers to it: nothing was written.`,
  );
}
