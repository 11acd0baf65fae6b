import { familyShape } from '../../lib/families';
import { phaseLooks } from '../../lib/phases';
import type { CanvasItem, Sizing } from './canvasTypes';

/** Outline of a node: the world of a family, the shape of a phase, one of its own for every other kind. */
export function nodeShape({ kind, sort, phases }: Pick<CanvasItem, 'kind' | 'sort' | 'phases'>): string {
  switch (kind) {
    case 'ACTOR':
      return familyShape(sort ?? '');
    case 'COMPETENCE': {
      const shape = phases[0] ? phaseLooks[phases[0]].shape : 'circle';
      return shape === 'circle' ? 'ellipse' : shape === 'square' ? 'rectangle' : 'triangle';
    }
    case 'PRODUCTION':
      return 'cut-rectangle';
    case 'THEME':
      return 'round-tag';
    case 'TERRITORY':
      return 'round-diamond';
    case 'NEED':
      return 'bottom-round-rectangle';
    case 'SOURCE':
      return 'barrel';
    case 'GROUP':
      return 'ellipse';
  }
}

/** Side of a node in the units of the canvas; area follows what its size says. */
export function nodeSize(
  { kind, size, isStart }: Pick<CanvasItem, 'kind' | 'size' | 'isStart'>,
  sizing: Sizing,
): number {
  if (kind === 'GROUP') return Math.min(120, 26 + 11 * Math.sqrt(size));
  const base = kind === 'ACTOR' ? 30 : kind === 'COMPETENCE' ? 20 : 30;
  const extra = kind === 'ACTOR' && sizing === 'ties' ? Math.min(30, 3.4 * Math.sqrt(size)) : 0;
  return Math.round(base + extra + (isStart ? 6 : 0));
}

/** Width that a label takes at a font size, in the same units; an estimate that errs on the wide side. */
export function labelWidth(label: string, fontSize: number): number {
  return Math.min(label.length, lineLength) * fontSize * 0.54;
}

/** Characters on a line of a label before it wraps. */
export const lineLength = 20;

/** A label cut in lines, at spaces; what does not fit in so many ends in an ellipsis. */
export function labelLines(label: string, { most = 2, length = lineLength } = {}): string[] {
  const lines: string[] = [''];
  for (const word of label.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (`${line} ${word}`.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const cut = (line: string): string => (line.length > length ? `${line.slice(0, length - 1)}…` : line);
  if (lines.length <= most) return lines.map(cut);
  const last = lines[most - 1]!.slice(0, length - 1).replace(/[\s,–-]+$/, '');
  return [...lines.slice(0, most - 1).map(cut), `${last}…`];
}
