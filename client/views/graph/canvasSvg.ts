import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { escapeXml } from '../../lib/escapeXml';
import { outline } from './outlines';

/** Room left around the drawing, in the units of the canvas: elsewhere the letters may be wider. */
const margin = 48;
/** Between two lines of a label, in its size. */
const lineHeight = 1.1;

/** The whole name of a node, by its key. */
export type NameOf = (key: string) => string;

/**
 * The network as one SVG that needs nothing else: outlines, icons, names and lines as the canvas shows them, what is hidden
 * by distance or choice drawn as plainly as the rest. Text stays text; a node without room for its name tells it when pointed at.
 */
export function canvasSvg(cy: Core, names: NameOf): string {
  const { x1, y1, w, h } = cy.elements().boundingBox({ includeLabels: true, includeOverlays: false });
  const [left, top, width, height] =
    cy.elements().length === 0 ? [0, 0, 1, 1] : [x1 - margin, y1 - margin, w + 2 * margin, h + 2 * margin];
  const first = cy.nodes().first();
  const font = first.empty() ? 'sans-serif' : styleOf(first, 'font-family');
  const paper = first.empty() ? 'none' : styleOf(first, 'text-outline-color');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[left, top, width, height].map(round).join(' ')}" font-family="${font}">
<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${paper}"/>
<g>${cy.edges().map(drawEdge).join('\n')}</g>
<g>${cy
    .nodes()
    .map((node) => drawNode(node, names(node.id())))
    .join('\n')}</g>
</svg>`;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** The value of a property of an element, for an attribute. */
const styleOf = (element: NodeSingular | EdgeSingular, name: string): string =>
  escapeXml(String(element.style(name)));
const numberOf = (element: NodeSingular | EdgeSingular, name: string): number =>
  Number(element.numericStyle(name));

/** What makes a line of dots, or of dashes. */
const dashes: Record<string, string> = {
  dotted: ' stroke-dasharray="1 3"',
  dashed: ' stroke-dasharray="6 3"',
};

function drawEdge(edge: EdgeSingular): string {
  const [from, to] = [edge.source().position(), edge.target().position()];
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${styleOf(edge, 'line-color')}" stroke-width="${round(numberOf(edge, 'width'))}" stroke-opacity="${numberOf(edge, 'line-opacity')}"${dashes[styleOf(edge, 'line-style')] ?? ''}/>`;
}

function drawNode(node: NodeSingular, name: string): string {
  const { x, y } = node.position();
  const [width, height] = [node.width(), node.height()];
  const shape = `fill="${styleOf(node, 'background-color')}" stroke="${styleOf(node, 'border-color')}" stroke-width="${round(numberOf(node, 'border-width'))}"`;
  return `<g transform="translate(${round(x)} ${round(y)})"><title>${escapeXml(name)}</title>${outline(String(node.data('shape')), width, height, shape)}${drawImage(node, width, height)}${drawLabel(node, width, height)}</g>`;
}

/** The picture inside a node, taken out of its address and put in as a drawing. */
function drawImage(node: NodeSingular, width: number, height: number): string {
  const address = node.data('image') as string | undefined;
  if (!address?.startsWith('data:image/svg+xml;utf8,')) return '';
  const drawing = decodeURIComponent(address.slice(address.indexOf(',') + 1));
  const place = `x="${round(-width / 2)}" y="${round(-height / 2)}" width="${round(width)}" height="${round(height)}"`;
  return drawing.replace('width="72" height="72"', place);
}

function drawLabel(node: NodeSingular, width: number, height: number): string {
  const lines = String(node.style('label') ?? '').split('\n');
  if (lines[0] === '') return '';
  const size = numberOf(node, 'font-size');
  const [side, where] = [styleOf(node, 'text-halign'), styleOf(node, 'text-valign')];
  const across = side === 'left' ? -width / 2 : side === 'right' ? width / 2 : 0;
  const block = lines.length * size * lineHeight;
  const above = where === 'top' ? -height / 2 - block : where === 'bottom' ? height / 2 : -block / 2;
  const [x, y] = [across + numberOf(node, 'text-margin-x'), above + numberOf(node, 'text-margin-y')];
  const anchor = side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle';
  // The foot of a letter stands at four fifths of its line.
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${round(x)}" y="${round(y + (index + 0.8) * size * lineHeight)}">${escapeXml(line)}</tspan>`,
  );
  return `<text text-anchor="${anchor}" font-size="${round(size)}" font-weight="${styleOf(node, 'font-weight')}" fill="${styleOf(node, 'color')}" stroke="${styleOf(node, 'text-outline-color')}" stroke-width="${round(2 * numberOf(node, 'text-outline-width'))}" stroke-linejoin="round" paint-order="stroke">${spans.join('')}</text>`;
}
