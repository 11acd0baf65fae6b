/** Fewest rows of each class of the map, from the palest to the darkest. */
export const absenceFloors = [1, 2, 4, 8, 16] as const;

/** Class of an area where so many rows are absent, 0 to 4; `SAME` where none is. */
export function absenceClass(absent: number): number | 'SAME' {
  const index = absenceFloors.findLastIndex((floor) => absent >= floor);
  return index < 0 ? 'SAME' : index;
}
