import type { RegionRows } from '../../graph/readRegion';
import type { CoverageAsked } from './coverage.asked';
import { computeSiting, type SitingAsked } from './coverage.plans';
import { createCoverageRegion, type CoverageRegion } from './coverage.region';
import { computeVerdicts, type VerdictsAsked } from './coverage.verdicts';
import type { CoverageLevel } from './coverageInput.type';
import type { CoverageSiting } from './coverageScenario.type';
import type { CoverageVerdicts } from './coverageVerdicts.type';
import { serveThread } from '../../threads/threadProtocol';

/** What takes long enough to be computed apart. */
export type CoverageQuestion =
  | { kind: 'verdicts'; level: CoverageLevel; asked: CoverageAsked; wanted: VerdictsAsked }
  | { kind: 'siting'; asked: CoverageAsked; siting: SitingAsked };

/** Answers of {@link CoverageQuestion}. */
export type CoverageResult = Omit<CoverageVerdicts, 'version'> | Omit<CoverageSiting, 'version'>;

let region: CoverageRegion | undefined;

serveThread<RegionRows, CoverageQuestion, CoverageResult>({
  load(rows) {
    region = createCoverageRegion(rows);
  },
  answer(question) {
    if (!region) throw new Error('no region was loaded');
    if (question.kind === 'siting') return computeSiting(region, question.asked, question.siting);
    return computeVerdicts(region, question.level, question.asked, question.wanted);
  },
});
