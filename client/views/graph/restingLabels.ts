import type { Core, NodeSingular } from 'cytoscape';
import { placeLabels, type LabelBox } from './labelPlacement';
import { labelWidth } from './nodeLook';
import { labelSize } from './stylesheet';

/** Up to so many nodes one started from, each is named whatever its name covers. */
const mostStarts = 12;

/** Widest line of a text, in characters, as a text. */
function widest(text: string): string {
  return text.split('\n').reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}

function boxOf(node: NodeSingular, namesStarts: boolean): LabelBox {
  const text = String(node.data('text'));
  const { x, y } = node.renderedPosition();
  const height = text.split('\n').length * labelSize * 1.15 + 2;
  const below = node.renderedOuterHeight() / 2 + 3 + height / 2;
  return {
    key: node.id(),
    x,
    y: y + below,
    width: labelWidth(widest(text), labelSize) + 6,
    height,
    rank: Number(node.data('rank')),
    always:
      (namesStarts && node.hasClass('start')) ||
      node.selected() ||
      node.hasClass('pointed') ||
      node.hasClass('path'),
  };
}

/**
 * Shows the labels that can be read together at the zoom of the moment, all of the same size on screen.
 * Called when the canvas is at rest.
 */
export function restLabels(cy: Core): void {
  const zoom = cy.zoom();
  const nodes = cy.nodes(':visible');
  const namesStarts = cy.nodes('.start').length <= mostStarts;
  const discs = nodes.map((node) => ({
    key: node.id(),
    ...node.renderedPosition(),
    radius: node.renderedOuterWidth() / 2,
    rank: Number(node.data('rank')) / 2,
  }));
  const shown = placeLabels(
    nodes.map((node) => boxOf(node, namesStarts)),
    discs,
  );
  cy.batch(() => {
    nodes.forEach((node) => {
      node.data({
        shown: shown.has(node.id()) ? node.data('text') : '',
        font: labelSize / zoom,
        outline: 2.2 / zoom,
      });
    });
  });
}
