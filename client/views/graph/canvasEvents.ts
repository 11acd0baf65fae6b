import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { Point } from './canvasTypes';
import { labelLook } from './restingLabels';

/** What happens on a canvas. */
export interface CanvasEvents {
  /** A node was chosen, or the ground (null). `adding` when Shift, Ctrl or Cmd is held. */
  onChoose?: (key: string | null, adding: boolean) => void;
  /** Several were chosen at once. */
  onChooseMany?: (keys: string[]) => void;
  /** A node was opened: double press, or a press on a community. */
  onOpen?: (key: string) => void;
  /** An edge was chosen, by its ends. */
  onChooseLink?: (source: string, target: string, relation: string) => void;
  /** Nodes were put somewhere by hand, all those of one move at once. */
  onPin?: (places: Readonly<Record<string, Point>>) => void;
}

function isAdding({ originalEvent }: EventObject): boolean {
  const event = originalEvent as MouseEvent | undefined;
  return Boolean(event && (event.shiftKey || event.ctrlKey || event.metaKey));
}

/** Listens to a canvas; what is called is read at the moment of the event. Returns what stops it. */
export function listenToCanvas(cy: Core, events: () => CanvasEvents): () => void {
  const on = (
    name: string,
    selector: string,
    act: (node: NodeSingular, event: EventObject) => void,
  ): void => {
    cy.on(name, selector, (event) => act(event.target as NodeSingular, event));
  };
  on('tap', 'node', (node, event) => events().onChoose?.(node.id(), isAdding(event)));
  on('dbltap', 'node', (node) => events().onOpen?.(node.id()));
  on('tap', 'edge', (edge) =>
    events().onChooseLink?.(
      String(edge.data('source')),
      String(edge.data('target')),
      String(edge.data('relation')),
    ),
  );
  const moved: Record<string, Point> = {};
  on('dragfree', 'node', (node) => {
    const { x, y } = node.position();
    // Cytoscape tells each node of a selection that was moved, one after the other.
    if (Object.keys(moved).length === 0)
      setTimeout(() => {
        events().onPin?.({ ...moved });
        for (const key of Object.keys(moved)) delete moved[key];
      }, 0);
    moved[node.id()] = { x: Math.round(x), y: Math.round(y) };
  });
  on('mouseover', 'node', (node) => {
    node.addClass('pointed').connectedEdges().addClass('near');
    // A name that stands beside its node already stays there.
    if (node.data('shown') === '')
      node.data(labelLook(node.data(), { side: 'below', text: String(node.data('text')) }, cy.zoom()));
  });
  on('mouseout', 'node', (node) => {
    node.removeClass('pointed').connectedEdges().removeClass('near');
    cy.emit('rest');
  });
  cy.on('tap', (event) => {
    if (event.target === cy) events().onChoose?.(null, false);
  });
  cy.on('boxend', () => {
    // Cytoscape selects after the event.
    setTimeout(() => events().onChooseMany?.(cy.nodes(':selected').map((node) => node.id())), 0);
  });
  return () => {
    cy.removeAllListeners();
  };
}
