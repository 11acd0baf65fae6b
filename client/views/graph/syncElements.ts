import type { Core, ElementDefinition } from 'cytoscape';
import type { Point } from './canvasTypes';

/**
 * Brings the elements of a canvas to what is given: those that left are removed, those that stay get their new
 * look, those that are new appear at their place.
 *
 * @param animated - whether those that stay glide to a new place
 */
export function syncElements(
  cy: Core,
  elements: readonly ElementDefinition[],
  places: ReadonlyMap<string, Point>,
  animated: boolean,
): void {
  const wanted = new Map(elements.map((element) => [String(element.data.id), element]));
  cy.batch(() => {
    cy.elements().forEach((element) => {
      if (!wanted.has(element.id())) cy.remove(element);
    });
    const fresh: ElementDefinition[] = [];
    for (const [id, element] of wanted) {
      const known = cy.getElementById(id);
      if (known.empty()) fresh.push(place(element, places.get(id)));
      else {
        if (differs(known.data(), element.data)) known.data(element.data);
        known.toggleClass('start', element.classes === 'start');
      }
    }
    // Edges after the nodes they need.
    cy.add(fresh.filter(({ group }) => group === 'nodes'));
    cy.add(fresh.filter(({ group }) => group === 'edges'));
  });
  cy.nodes().forEach((node) => {
    const target = places.get(node.id());
    if (!target) return;
    const { x, y } = node.position();
    if (Math.abs(x - target.x) < 0.5 && Math.abs(y - target.y) < 0.5) return;
    if (animated) node.animate({ position: target }, { duration: 160 });
    else node.position(target);
  });
}

/** Whether anything given is not what is known: what stays as it is is not drawn again. */
function differs(known: Record<string, unknown>, given: object): boolean {
  return Object.entries(given).some(([name, value]) => known[name] !== value);
}

function place(element: ElementDefinition, at: Point | undefined): ElementDefinition {
  const data =
    element.group === 'nodes' ? { shown: '', font: 12, outline: 2, ...element.data } : element.data;
  return at ? { ...element, data, position: { ...at } } : { ...element, data };
}
