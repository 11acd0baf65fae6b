import type { ElementDefinition } from 'cytoscape';
import type { ReadColour } from '../../lib/themeColours';
import type { CanvasGraph, CanvasItem, CanvasLink, Colouring, Sizing } from './canvasTypes';
import { labelLines, nodeShape, nodeSize } from './nodeLook';
import { nodeImage, type IconDrawings } from './nodeImages';

/** What elements are drawn with. */
export interface ElementLook {
  sizing: Sizing;
  colouring: Colouring;
  icons: IconDrawings;
  colour: ReadColour;
  /** Beyond so many nodes, icons are left out: outlines remain. */
  mostIcons?: number;
}

/** Where a label has no room, three short lines in place of two long ones. */
const narrowLabel = { most: 3, length: 13 };

/** Colours that communities take in turn; those beyond share the last. */
const groupTokens = 8;

/** The element of a node; its identifier is its key. */
export function toNodeElement(item: CanvasItem, look: ElementLook, withIcon: boolean): ElementDefinition {
  const image = withIcon ? nodeImage(item, look.icons, look.colour, imageLook(item, look)) : undefined;
  return {
    group: 'nodes',
    data: {
      id: item.key,
      kind: item.kind,
      text: labelLines(item.short).join('\n'),
      // A community is named even where there is little room.
      ...(item.kind === 'GROUP' ? { narrow: labelLines(item.short, narrowLabel).join('\n') } : {}),
      shape: nodeShape(item),
      side: nodeSize(item, look.sizing),
      tall: nodeSize(item, look.sizing) * (item.kind === 'PRODUCTION' || item.kind === 'THEME' ? 0.78 : 1),
      fill: fillOf(item, look),
      line: lineOf(item, look),
      image: image ?? 'none',
      rank: item.size + (item.isStart ? 1e6 : 0) + (item.kind === 'ACTOR' ? 0.5 : 0),
    },
    classes: item.isStart ? 'start' : '',
  };
}

/** On the colour of a community the icon is light; elsewhere it is ink. */
function imageLook(item: CanvasItem, { colouring }: ElementLook): { withPhases: boolean; ink: string } {
  if (item.tint) return { withPhases: false, ink: item.tint.ink };
  const isFilled = colouring === 'community' && item.community !== null;
  return { withPhases: colouring === 'phase', ink: isFilled ? 'surface' : 'ink' };
}

function fillOf(item: CanvasItem, { colouring, colour }: ElementLook): string {
  if (item.tint) return colour(item.tint.fill);
  if (item.kind === 'COMPETENCE' && item.phases[0]) return colour(item.phases[0].toLowerCase());
  if (colouring === 'community' && item.community !== null)
    return colour(`group-${Math.min(groupTokens, item.community + 1)}`);
  if (item.kind === 'GROUP') return colour('accent-soft');
  return colour('surface');
}

function lineOf(item: CanvasItem, { colour }: ElementLook): string {
  if (item.kind === 'COMPETENCE' && item.phases[0]) return colour(`${item.phases[0].toLowerCase()}-line`);
  if (item.kind === 'GROUP') return colour('accent');
  return colour(item.isStart ? 'accent' : 'ink-soft');
}

/** Identifier of the element of an edge. */
export function linkId({
  source,
  target,
  relation,
}: Pick<CanvasLink, 'source' | 'target' | 'relation'>): string {
  return `${source}|${target}|${relation}`;
}

/** The element of an edge: the thicker, the more things prove it; fainter among many. */
export function toLinkElement(link: CanvasLink, isCrowded = false): ElementDefinition {
  return {
    group: 'edges',
    data: {
      id: linkId(link),
      source: link.source,
      target: link.target,
      relation: link.relation,
      opacity: isCrowded ? 0.28 : 0.55,
      width: Math.min(7, 1 + 1.1 * Math.log2(Math.max(1, link.weight))),
    },
  };
}

/** Every element of a graph; an edge whose end is not there is left out. */
export function toElements({ items, links }: CanvasGraph, look: ElementLook): ElementDefinition[] {
  const keys = new Set(items.map(({ key }) => key));
  const withIcons = items.length <= (look.mostIcons ?? 600);
  return [
    ...items.map((item) => toNodeElement(item, look, withIcons)),
    ...links
      .filter(({ source, target }) => keys.has(source) && keys.has(target))
      .map((link) => toLinkElement(link, links.length > 260)),
  ];
}
