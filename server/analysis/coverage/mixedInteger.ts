import loadHighs, { type Highs, type ModelData, type ModelStatusCode } from 'highs';

/** A row of a linear program: `lower ≤ Σ values·x[indices] ≤ upper`. */
export interface ProgramRow {
  indices: readonly number[];
  values: readonly number[];
  lower: number;
  upper: number;
}

/** A linear program over variables of 0..1, some of them whole. */
export interface BinaryProgram {
  sense: 'MAXIMISE' | 'MINIMISE';
  costs: Float64Array;
  /** 1 where the variable is 0 or 1, 0 where it may lie between. */
  whole: Uint8Array;
  rows: readonly ProgramRow[];
  /** A feasible point to start from. */
  start?: Float64Array;
}

/** What the solver says of a program. */
export interface ProgramAnswer {
  status: 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED';
  /** Values of the best point found; `null` when there is none. */
  values: Float64Array | null;
  /** No feasible point is better than this. */
  bound: number;
}

/** `null` once loading has failed, so that callers fall back on what they can prove themselves. */
let loading: Promise<Highs | null> | undefined;

/**
 * HiGHS in WebAssembly, loaded once a process; `null` where it cannot be loaded.
 *
 * Reference: Huangfu and Hall 2018, doi:10.1007/s12532-017-0130-5.
 */
export function loadSolver(): Promise<Highs | null> {
  loading ??= loadHighs().catch(() => null);
  return loading;
}

/**
 * Solves a program to proven optimality, or as far as the time allows. Synchronous: it holds the thread, so callers that serve
 * others run it in a worker or keep `timeLimitSeconds` short.
 *
 * @throws Error when HiGHS refuses the model, which is a fault of the caller
 */
export function solveProgram(highs: Highs, program: BinaryProgram, timeLimitSeconds: number): ProgramAnswer {
  return highs.withModel(toModel(highs, program), (model) => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-6,
      time_limit: timeLimitSeconds,
    });
    if (program.start) model.setSolution({ colValue: program.start });
    model.run();
    return toAnswer(model.getModelStatus(), program.sense, {
      found: Number(model.info.get('primal_solution_status')) === 2,
      values: () => model.getSolution().colValue,
      bound: () => Number(model.info.get('mip_dual_bound')),
      objective: () => model.getObjectiveValue(),
    });
  });
}

function toModel(highs: Highs, { costs, whole, rows, sense }: BinaryProgram): ModelData {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ indices }, r) => (starts[r + 1] = starts[r]! + indices.length));
  const { maximize, minimize } = highs.constants.objectiveSense;
  return {
    numCols: costs.length,
    numRows: rows.length,
    sense: sense === 'MAXIMISE' ? maximize : minimize,
    colCost: costs,
    colLower: new Float64Array(costs.length),
    colUpper: new Float64Array(costs.length).fill(1),
    rowLower: Float64Array.from(rows, ({ lower }) => (lower === -Infinity ? -highs.infinity : lower)),
    rowUpper: Float64Array.from(rows, ({ upper }) => (upper === Infinity ? highs.infinity : upper)),
    integrality: Int32Array.from(whole),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: costs.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ indices }) => indices as number[])),
      values: Float64Array.from(rows.flatMap(({ values }) => values as number[])),
    },
  };
}

function toAnswer(
  status: ModelStatusCode,
  sense: BinaryProgram['sense'],
  model: { found: boolean; values: () => Float64Array; bound: () => number; objective: () => number },
): ProgramAnswer {
  const nothing = sense === 'MAXIMISE' ? Infinity : -Infinity;
  if (status === 7) return { status: 'OPTIMAL', values: model.values(), bound: model.objective() };
  if (status === 8) return { status: 'INFEASIBLE', values: null, bound: -nothing };
  const bound = model.bound();
  return {
    status: 'STOPPED',
    values: model.found ? model.values() : null,
    bound: Number.isFinite(bound) ? bound : nothing,
  };
}
