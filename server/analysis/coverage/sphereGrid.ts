const RADIANS = Math.PI / 180;

/** A place on the sphere; an unknown coordinate is `null` or `NaN`. */
export interface Point {
  /** Degrees, -90..90. */
  lat: number | null;
  /** Degrees, -180..180. */
  lon: number | null;
}

/**
 * Points of the sphere sorted into cubes of space, so that what lies within a radius is found without looking at
 * everything. Cubes rather than a latitude–longitude grid: no special case at the poles nor at 180°, so overseas
 * territories need no care.
 */
export interface SphereGrid {
  /** Unit vectors, three numbers a point in the order given; `NaN` where the point is unknown. */
  vectors: Float64Array;
  /** Points with known coordinates, sorted by cube. */
  order: Uint32Array;
  /** Cube key to its first place in `order`. */
  starts: Map<number, number>;
  /** Cube key to the place after its last in `order`. */
  ends: Map<number, number>;
  cubesPerAxis: number;
  /** Side of a cube, in units of the Earth's radius. */
  side: number;
}

/** Chord between two points of the unit sphere that are `angle` radians apart; 2 from half a turn on. */
export function chordOfAngle(angle: number): number {
  return angle >= Math.PI ? 2 : 2 * Math.sin(angle / 2);
}

/** Unit vectors of points, three numbers each; `NaN` where a coordinate is unknown. */
export function toUnitVectors(points: readonly Point[]): Float64Array {
  const vectors = new Float64Array(points.length * 3);
  points.forEach(({ lat, lon }, i) => {
    const phi = (lat ?? NaN) * RADIANS;
    const lambda = (lon ?? NaN) * RADIANS;
    vectors[3 * i] = Math.cos(phi) * Math.cos(lambda);
    vectors[3 * i + 1] = Math.cos(phi) * Math.sin(lambda);
    vectors[3 * i + 2] = Number.isNaN(lambda) ? NaN : Math.sin(phi);
  });
  return vectors;
}

/**
 * Sorts points into cubes whose side is at least `chord`, so that {@link visitNear} looks at 27 cubes.
 *
 * @param chord - greatest chord that will be asked, in Earth radii, 0..2
 */
export function createSphereGrid(points: readonly Point[], chord: number): SphereGrid {
  const side = Math.max(chord, 1e-4);
  const cubesPerAxis = Math.ceil(2 / side) + 3;
  const vectors = toUnitVectors(points);
  const keys = new Float64Array(points.length);
  const known: number[] = [];
  for (let i = 0; i < points.length; i++) {
    if (Number.isNaN(vectors[3 * i + 2]!)) continue;
    keys[i] = cubeKey(vectors[3 * i]!, vectors[3 * i + 1]!, vectors[3 * i + 2]!, side, cubesPerAxis);
    known.push(i);
  }
  const order = Uint32Array.from(known).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let place = 0; place < order.length; place++) {
    const key = keys[order[place]!]!;
    if (!starts.has(key)) starts.set(key, place);
    ends.set(key, place + 1);
  }
  return { vectors, order, starts, ends, cubesPerAxis, side };
}

/**
 * Calls `visit` with every point of the grid whose chord to (x, y, z) is at most `chord`, with the squared chord.
 *
 * @param chord - at most the chord the grid was made for
 */
export function visitNear(
  grid: SphereGrid,
  x: number,
  y: number,
  z: number,
  chord: number,
  visit: (index: number, squaredChord: number) => void,
): void {
  const { vectors, order, starts, ends, cubesPerAxis: n, side } = grid;
  const centre = cubeKey(x, y, z, side, n);
  if (Number.isNaN(centre)) return;
  const limit = chord * chord * (1 + 1e-12);
  for (let cube = 0; cube < 27; cube++) {
    const key = centre + (((cube / 9) | 0) - 1) * n * n + ((((cube / 3) | 0) % 3) - 1) * n + ((cube % 3) - 1);
    const start = starts.get(key);
    if (start === undefined) continue;
    const end = ends.get(key)!;
    for (let place = start; place < end; place++) {
      const i = order[place]!;
      const dx = vectors[3 * i]! - x;
      const dy = vectors[3 * i + 1]! - y;
      const dz = vectors[3 * i + 2]! - z;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared <= limit) visit(i, squared);
    }
  }
}

/** The spare cube on each side of an axis keeps neighbours' keys apart. */
function cubeKey(x: number, y: number, z: number, side: number, n: number): number {
  const ix = Math.floor((x + 1) / side) + 1;
  const iy = Math.floor((y + 1) / side) + 1;
  const iz = Math.floor((z + 1) / side) + 1;
  return (ix * n + iy) * n + iz;
}
