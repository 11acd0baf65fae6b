import { findDuplicates, type DuplicateActor, type DuplicatePair } from '../../analysis/trust/duplicates';
import { serveThread } from '../../threads/threadProtocol';

serveThread<never, readonly DuplicateActor[], DuplicatePair[]>({
  load: () => undefined,
  answer: (actors) => findDuplicates(actors),
});
