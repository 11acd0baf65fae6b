import { parentPort } from 'node:worker_threads';
import type { RegionRows } from '../../graph/readRegion';
import { CodedError } from '../../errors';
import type { CoverageAsked } from './coverage.asked';
import { computeSiting, type SitingAsked } from './coverage.plans';
import { createCoverageRegion, type CoverageRegion } from './coverage.region';
import { computeVerdicts, type VerdictsAsked } from './coverage.verdicts';
import type { CoverageLevel } from './coverageInput.type';
import type { CoverageSiting } from './coverageScenario.type';
import type { CoverageVerdicts } from './coverageVerdicts.type';

/** What takes long enough to be computed apart. */
export type CoverageQuestion =
  | { kind: 'verdicts'; level: CoverageLevel; asked: CoverageAsked; wanted: VerdictsAsked }
  | { kind: 'siting'; asked: CoverageAsked; siting: SitingAsked };

/** Answers of {@link CoverageQuestion}. */
export type CoverageResult = Omit<CoverageVerdicts, 'version'> | Omit<CoverageSiting, 'version'>;

/** What the worker is asked: to keep the region's rows, or to answer on those it keeps. */
export type CoverageRequest =
  { kind: 'load'; rows: RegionRows } | { kind: 'answer'; id: number; question: CoverageQuestion };

/** What it answers; an error that the asker can mend is told from one it cannot. */
export type CoverageReply = { id: number } & (
  | { result: CoverageResult }
  | { error: { message: string; extensions: { where: string; todo: string } | null } }
);

let region: CoverageRegion | undefined;

async function answer(question: CoverageQuestion): Promise<CoverageResult> {
  if (!region) throw new Error('no region was loaded');
  if (question.kind === 'siting') return computeSiting(region, question.asked, question.siting);
  return computeVerdicts(region, question.level, question.asked, question.wanted);
}

parentPort?.on('message', (request: CoverageRequest) => {
  if (request.kind === 'load') {
    region = createCoverageRegion(request.rows);
    return;
  }
  const { id } = request;
  answer(request.question).then(
    (result) => parentPort!.postMessage({ id, result } satisfies CoverageReply),
    (error: unknown) =>
      parentPort!.postMessage({
        id,
        error: {
          message: error instanceof Error ? error.message : String(error),
          extensions: error instanceof CodedError ? (error.extensions as never) : null,
        },
      } satisfies CoverageReply),
  );
});
