import { isDatabaseAway } from '../../database/driver';
import { AlreadyAppliedError, isTooLargeForDatabase } from '../../graph/changeGraph';
import { StillReferencedError } from '../../graph/writeRows';
import { FileRefusedError } from '../import/files/limits';
import { GraphMovedError } from '../import/importFile';
import type { Plan } from '../import/plan';
import { sentence, type Sentence } from '../import/reasons';
import type { ImportState } from './importJob';

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
      message: sentence(
        'L’annuaire a changé depuis la vérification : rien n’a été écrit. Voici ce qui changerait maintenant.',
        'The directory changed since it was checked: nothing was written. This is what would change now.',
      ),
    };
  if (error instanceof StillReferencedError)
    return {
      state: 'REFUSED',
      message: sentence(
        `« ${error.id} » ne peut pas être retiré, ${error.by.join(', ')} s’y réfère encore : rien n’a été écrit.`,
        `“${error.id}” cannot be removed, ${error.by.join(', ')} still refers to it: nothing was written.`,
      ),
    };
  if (error instanceof AlreadyAppliedError)
    return {
      state: 'APPLIED',
      message: sentence('Cet import est déjà fait.', 'This import is done already.'),
    };
  if ((error as { name?: unknown } | null)?.name === 'AbortError')
    return {
      state: 'CANCELLED',
      message: sentence('Import abandonné : rien n’a été écrit.', 'Import given up: nothing was written.'),
    };
  if (isTooLargeForDatabase(error))
    return {
      state: 'REFUSED',
      message: sentence(
        'L’import dépasse la mémoire de la base : rien n’a été écrit. Divisez le fichier, ou donnez-lui plus de mémoire (MAILLAGE_HEAP_MB).',
        'The import is larger than the memory of the database: nothing was written. Divide the file, or give it more memory (MAILLAGE_HEAP_MB).',
      ),
    };
  if (isDatabaseAway(error) || isWriting)
    return {
      state: isWriting ? 'UNSURE' : 'REFUSED',
      message: sentence(
        'La base ne répond pas. L’import est entier ou absent, jamais à moitié : la réponse viendra avec elle.',
        'The database does not answer. The import is whole or absent, never half done: it will tell once it is back.',
      ),
    };
  return {
    state: 'REFUSED',
    message: sentence(
      'Le fichier n’a pas pu être lu : rien n’a été écrit.',
      'The file could not be read: nothing was written.',
    ),
  };
}
