import type { Core } from 'cytoscape';

/** What draws a canvas, as far as Cytoscape lets it be set only when it is made, or not at all. */
interface Drawing {
  textureOnViewport?: boolean;
  drawElements?: unknown;
  drawLayeredElements?: unknown;
  data?: { wheelZooming?: boolean; wheelTimeout?: ReturnType<typeof setTimeout> };
  redrawHint?(group: string, isNeeded: boolean): void;
  redraw?(): void;
}

function drawingOf(cy: Core): Drawing {
  return (cy as unknown as { renderer(): Drawing | null }).renderer() ?? {};
}

/** Whether a picture of what is drawn follows the hand, instead of drawing it anew: Cytoscape reads this at every frame. */
export function drawMovesAsPicture(cy: Core, asPicture: boolean): void {
  drawingOf(cy).textureOnViewport = asPicture;
}

/**
 * Cytoscape draws every element aside, and shows that picture at each frame: worth it while one moves, but twice the work for
 * what has just come. Straight, it is on screen sooner.
 */
export function drawStraight(cy: Core, isStraight: boolean): void {
  const drawing = drawingOf(cy);
  if (isStraight && drawing.drawElements) drawing.drawLayeredElements = drawing.drawElements;
  // What it does by itself stands on its prototype.
  else delete drawing.drawLayeredElements;
}

/**
 * How long after a turn of the wheel the picture goes on following it. Cytoscape waits 150 ms: on a slow machine as much passes
 * between two turns, and all would be drawn anew at each.
 */
export function holdPicture(cy: Core, milliseconds: number): void {
  const drawing = drawingOf(cy);
  const { data } = drawing;
  if (!data?.wheelZooming) return;
  clearTimeout(data.wheelTimeout);
  data.wheelTimeout = setTimeout(() => {
    data.wheelZooming = false;
    drawing.redrawHint?.('eles', true);
    drawing.redraw?.();
  }, milliseconds);
}
