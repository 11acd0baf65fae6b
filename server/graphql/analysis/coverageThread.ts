import { join } from 'node:path';
import type { RegionRows } from '../../graph/readRegion';
import type { CoverageQuestion, CoverageResult } from './coverage.worker';
import { RestartedThread } from '../../threads/restartedThread';

/** A thread that answers the long questions of coverage while the API goes on answering the others. */
export interface CoverageThread {
  /**
   * Answers on the rows given. They are sent to the thread once; questions are answered in turn, and the same question on
   * the same rows is worked out once.
   *
   * @throws InvalidInputError when an argument does not fit; Error when the thread stopped or took too long
   */
  answer<T extends CoverageResult>(rows: RegionRows, question: CoverageQuestion): Promise<T>;
  /** Ends the thread; questions under way are refused. */
  stop(): Promise<void>;
}

/** Answers kept for each reading of the region. */
const MOST_ANSWERS = 50;

/**
 * Makes a thread, started when it is first needed and again should it have ended.
 *
 * @param mostMilliseconds - how long a question may take from when it is asked, 60,000 when left out
 */
export function createCoverageThread({ mostMilliseconds = 60_000 } = {}): CoverageThread {
  const thread = new RestartedThread<RegionRows, CoverageQuestion, CoverageResult>({
    file: join(__dirname, 'coverage.worker.ts'),
    nameOf: ({ kind }) => kind,
    mostMilliseconds,
  });
  const answers = new Map<string, Promise<CoverageResult>>();
  let loaded: RegionRows | undefined;

  const load = (rows: RegionRows): void => {
    if (rows === loaded) return;
    loaded = rows;
    answers.clear();
    thread.load(rows);
  };
  return {
    answer<T extends CoverageResult>(rows: RegionRows, question: CoverageQuestion): Promise<T> {
      load(rows);
      const key = JSON.stringify(question);
      let answer = answers.get(key);
      if (!answer) {
        answer = thread.ask(question);
        answers.set(key, answer);
        answer.catch(() => answers.delete(key));
        if (answers.size > MOST_ANSWERS) answers.delete([...answers.keys()][0]!);
      }
      return answer as Promise<T>;
    },
    stop: () => thread.stop(),
  };
}
