import type { CanvasPartsFragment } from '../../../graphql/generated/graphql';
import type { CanvasGraph, Point } from '../../../views/graph/canvasTypes';
import { labelLines, nodeSize } from '../../../views/graph/nodeLook';
import { escapeXml } from './networkTexts';

/** Words of the page, in the language that shows. */
export interface PageWords {
  title: string;
  /** From when and where. */
  note: string;
  nodes: string;
  edges: string;
  /** Name of a relation. */
  relation: (relation: string) => string;
  language: string;
}

const outlines: Record<string, (r: number) => string> = {
  ACTOR: (r) => `<rect x="${-r}" y="${-r}" width="${2 * r}" height="${2 * r}" rx="${r / 3}"/>`,
  PRODUCTION: (r) => `<rect x="${-r}" y="${-r * 0.8}" width="${2 * r}" height="${1.6 * r}"/>`,
  COMPETENCE: (r) => `<polygon points="0,${-r} ${r},${r} ${-r},${r}"/>`,
  THEME: (r) =>
    `<polygon points="${-r},${-r * 0.7} ${r * 0.6},${-r * 0.7} ${r},0 ${r * 0.6},${r * 0.7} ${-r},${r * 0.7}"/>`,
  TERRITORY: (r) => `<polygon points="0,${-r} ${r},0 0,${r} ${-r},0"/>`,
  GROUP: (r) => `<circle r="${r}"/>`,
};

/** What is shown as one SVG: edges, outlines, names. Nodes without a place are left out. */
export function toSvg(graph: CanvasGraph, places: Readonly<Record<string, Point>>): string {
  const placed = graph.items.filter(({ key }) => places[key]);
  const xs = placed.map(({ key }) => places[key]!.x);
  const ys = placed.map(({ key }) => places[key]!.y);
  const box =
    placed.length === 0
      ? [0, 0, 1, 1]
      : [Math.min(...xs) - 90, Math.min(...ys) - 60, Math.max(...xs) + 90, Math.max(...ys) + 80];
  const [left = 0, top = 0, right = 1, bottom = 1] = box;
  const lines = graph.links.map(({ source, target, weight }) => {
    const [a, b] = [places[source], places[target]];
    if (!a || !b) return '';
    return `<line x1="${a.x.toFixed(1)}" y1="${a.y.toFixed(1)}" x2="${b.x.toFixed(1)}" y2="${b.y.toFixed(1)}" stroke-width="${Math.min(6, 1 + Math.log2(weight)).toFixed(1)}"/>`;
  });
  const nodes = placed.map((item) => {
    const { x, y } = places[item.key]!;
    const r = nodeSize(item, 'ties') / 2;
    const text = labelLines(item.short)
      .map((line, index) => `<tspan x="0" y="${(r + 13 + 13 * index).toFixed(1)}">${escapeXml(line)}</tspan>`)
      .join('');
    return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><title>${escapeXml(item.label)}</title>${outlines[item.kind]?.(r) ?? ''}<text>${text}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left.toFixed(0)} ${top.toFixed(0)} ${(right - left).toFixed(0)} ${(bottom - top).toFixed(0)}" font-family="system-ui, sans-serif" font-size="12" text-anchor="middle"><g stroke="#85898f" stroke-opacity=".6">${lines.join('')}</g><g fill="#fff" stroke="#465263" stroke-width="1.5">${nodes.join('').replaceAll('<text>', '<text fill="#1c2430" stroke="#fbfaf7" stroke-width="3" paint-order="stroke">')}</g></svg>`;
}

/** A page that needs nothing else: the drawing, and the lists of what it shows. It opens offline, and runs no script. */
export function toHtmlPage(
  graph: CanvasGraph,
  view: Pick<CanvasPartsFragment, 'edges'>,
  places: Readonly<Record<string, Point>>,
  words: PageWords,
): string {
  const names = new Map(graph.items.map(({ key, label }) => [key, label]));
  const row = (cells: (string | number | null | undefined)[]): string =>
    `<tr>${cells.map((cell) => `<td>${escapeXml(String(cell ?? ''))}</td>`).join('')}</tr>`;
  return `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(words.title)}</title>
<style>body{margin:0 auto;max-width:1200px;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#fbfaf7}svg{width:100%;height:auto;max-height:90vh}table{border-collapse:collapse;width:100%}td{padding:4px 12px 4px 0;border-bottom:1px solid #e3dfd5;text-align:left;vertical-align:top}</style></head>
<body><h1>${escapeXml(words.title)}</h1><p>${escapeXml(words.note)}</p>
${toSvg(graph, places)}
<h2>${escapeXml(words.nodes)}</h2><table>${graph.items.map(({ label, sort }) => row([label, sort])).join('\n')}</table>
<h2>${escapeXml(words.edges)}</h2><table>${view.edges
    .map(({ source, target, relation, firstYear }) =>
      row([names.get(source), words.relation(relation), names.get(target), firstYear]),
    )
    .join('\n')}</table>
</body></html>
`;
}
