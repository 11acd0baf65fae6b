import { useEffect, useState } from 'react';
import { projectPlace } from '../../../views/graph/layout/geoLayout';
import { fetchContours } from '../../../views/map/contours';

type Ring = readonly (readonly number[])[];

/** Lines on the ground as one SVG path in the units of the canvas. */
export function groundPath(lines: readonly Ring[]): string {
  return lines
    .map((line) =>
      line
        .map(([longitude = 0, latitude = 0], index) => {
          const { x, y } = projectPlace(latitude, longitude);
          return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
        })
        .join(''),
    )
    .join('');
}

/** The borders of the départements and of the region, once asked for; undefined until they come, or where they cannot. */
export function useGround(wanted: boolean): string | undefined {
  const [path, setPath] = useState<string>();
  useEffect(() => {
    if (!wanted || path !== undefined) return;
    let stopped = false;
    fetchContours().then(
      ({ departmentBorders }) => {
        if (!stopped) setPath(groundPath(departmentBorders.coordinates));
      },
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [wanted, path]);
  return path;
}
