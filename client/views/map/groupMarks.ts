/** Something of the map that one may choose: a numbered candidate, someone kept, whoever asks. */
export interface MapMark {
  id: string;
  /** What a screen reader says of it. */
  label: string;
  /** What is written on it: a rank; empty for a plain dot. */
  text: string;
  longitude: number;
  latitude: number;
  /** One of a list, one of it that was kept, or one that was there before. */
  look: 'LISTED' | 'KEPT' | 'GIVEN';
}

/** Where a mark stands on the screen, in pixels. */
type Project = (mark: MapMark) => { x: number; y: number };

/**
 * Marks that would lie over each other, together: each group stands where its first mark does.
 *
 * @param reach - pixels under which two marks touch
 * @returns groups in the order of their first marks; every mark once; empty for no mark
 */
export function groupMarks(marks: readonly MapMark[], project: Project, reach: number): MapMark[][] {
  const groups: { x: number; y: number; marks: MapMark[] }[] = [];
  for (const mark of marks) {
    const { x, y } = project(mark);
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < reach);
    if (near) near.marks.push(mark);
    else groups.push({ x, y, marks: [mark] });
  }
  return groups.map((group) => group.marks);
}
