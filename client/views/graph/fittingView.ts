import type { Point } from './canvasTypes';

/** A rectangle in the units of the canvas; `null` stands for nothing to see. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Width and height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Where a canvas looks: how large, and where its origin stands on screen, in pixels. */
export interface Viewport {
  zoom: number;
  pan: Point;
}

const padding = 44;
/** Greatest zoom that fitting gives: a few nodes are not blown up. */
const mostZoom = 1.15;
const leastZoom = 0.06;

/** The frame of nodes, each a middle with its width and height; `null` without any. */
export function frameOf(nodes: Iterable<Point & Size>): Frame | null {
  const frame = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, width, height } of nodes) {
    frame.left = Math.min(frame.left, x - width / 2);
    frame.right = Math.max(frame.right, x + width / 2);
    frame.top = Math.min(frame.top, y - height / 2);
    frame.bottom = Math.max(frame.bottom, y + height / 2);
  }
  return frame.left === Infinity ? null : frame;
}

/**
 * The view that shows a whole frame.
 *
 * @param screen - room of the canvas, in pixels
 * @param corner - what is laid over its lower left corner: the frame stands above it or to its right, wherever it is larger
 */
export function fittingView(frame: Frame, screen: Size, corner: Size = { width: 0, height: 0 }): Viewport {
  const above = viewIn(frame, {
    left: 0,
    top: 0,
    right: screen.width,
    bottom: screen.height - corner.height,
  });
  if (corner.width === 0 || corner.height === 0) return above;
  const beside = viewIn(frame, { left: corner.width, top: 0, right: screen.width, bottom: screen.height });
  return beside.zoom > above.zoom ? beside : above;
}

function viewIn({ left, top, right, bottom }: Frame, room: Frame): Viewport {
  const across = (room.right - room.left - 2 * padding) / Math.max(1, right - left);
  const down = (room.bottom - room.top - 2 * padding) / Math.max(1, bottom - top);
  const zoom = Math.min(mostZoom, Math.max(leastZoom, Math.min(across, down)));
  return {
    zoom,
    pan: {
      x: (room.left + room.right) / 2 - (zoom * (left + right)) / 2,
      y: (room.top + room.bottom) / 2 - (zoom * (top + bottom)) / 2,
    },
  };
}
