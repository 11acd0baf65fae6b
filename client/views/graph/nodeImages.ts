import { phaseLooks, phases, type Phase } from '../../lib/phases';
import type { ReadColour } from '../../lib/themeColours';
import type { CanvasItem } from './canvasTypes';

/** Drawings inside the icons that a canvas needs, by family or kind: what stands between `<svg>` and `</svg>`. */
export type IconDrawings = ReadonlyMap<string, string>;

const marks: Record<'circle' | 'square' | 'triangle', (x: number) => string> = {
  circle: (x) => `<circle cx="${x}" cy="30" r="2.5"/>`,
  square: (x) => `<rect x="${x - 2.3}" y="27.7" width="4.6" height="4.6"/>`,
  triangle: (x) => `<path d="M${x} 27.2 ${x + 2.8} 32.4h-5.6Z"/>`,
};

/**
 * The picture inside a node, as a `data:` address: the icon of the family or of the kind and, for an actor, a mark for each
 * phase in which it has a competence; the count of a community. `undefined` for what has no icon.
 */
export function nodeImage(
  item: Pick<CanvasItem, 'kind' | 'sort' | 'phases' | 'size'>,
  icons: IconDrawings,
  colour: ReadColour,
  { withPhases, ink }: { withPhases: boolean; ink: string },
): string | undefined {
  if (item.kind === 'GROUP') return countImage(item.size, colour, ink);
  const drawing = icons.get(item.kind === 'ACTOR' ? (item.sort ?? '') : item.kind);
  if (!drawing) return undefined;
  const shown =
    item.kind === 'ACTOR' && withPhases ? phases.filter((phase) => item.phases.includes(phase)) : [];
  const top = shown.length > 0 ? 6 : 9;
  return toAddress(
    `<g transform="translate(9 ${top}) scale(.75)" fill="none" stroke="${colour(ink)}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>` +
      shown
        .map((phase, index) => phaseMark(phase, 18 + (index - (shown.length - 1) / 2) * 7.4, colour))
        .join(''),
  );
}

function countImage(count: number, colour: ReadColour, ink: string): string {
  const size = count > 99 ? 10 : 11;
  return toAddress(
    `<text x="18" y="${18 + size * 0.36}" text-anchor="middle" font-family="system-ui, sans-serif" font-size="${size}" font-weight="500" fill="${colour(ink)}">${count}</text>`,
  );
}

function phaseMark(phase: Phase, x: number, colour: ReadColour): string {
  const { shape, token } = phaseLooks[phase];
  return `<g fill="${colour(token)}" stroke="${colour(`${token}-line`)}" stroke-width=".6">${marks[shape](x)}</g>`;
}

function toAddress(content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 36 36">${content}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
