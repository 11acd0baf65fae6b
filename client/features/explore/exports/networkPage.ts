import type { CanvasPartsFragment } from '../../../graphql/generated/graphql';
import { escapeXml } from '../../../lib/escapeXml';
import { phases } from '../../../lib/phases';

type View = Pick<CanvasPartsFragment, 'nodes' | 'groups' | 'edges'>;

/** Words of the page, in the language that shows. */
export interface PageWords {
  title: string;
  /** From when and where. */
  note: string;
  nodes: string;
  edges: string;
  /** Headers of the two lists. */
  columns: { nodes: readonly string[]; edges: readonly string[] };
  /** What a node is and where, in words. */
  detail: (node: View['nodes'][number]) => string;
  /** Name of a community. */
  group: (group: View['groups'][number]) => string;
  phase: (phase: string) => string;
  /** Name of a relation. */
  relation: (relation: string) => string;
  language: string;
}

/**
 * A page that needs nothing else: the drawing, and the lists of what it shows. It opens offline, and runs no script.
 *
 * @param drawing - an SVG element
 */
export function toHtmlPage(view: View, drawing: string, words: PageWords): string {
  const names = new Map(view.nodes.map(({ key, label }) => [key, label]));
  for (const group of view.groups) names.set(group.key, words.group(group));
  const nodes = view.nodes.map((node) => [
    node.label,
    words.detail(node),
    phases
      .filter((phase) => node.phases.includes(phase))
      .map(words.phase)
      .join(', '),
  ]);
  const groups = view.groups.map((group) => [words.group(group), group.themes.join(', '), '']);
  const edges = view.edges.map(({ source, target, relation, firstYear, lastYear }) => [
    names.get(source),
    words.relation(relation),
    names.get(target),
    firstYear === lastYear ? firstYear : `${firstYear ?? ''} – ${lastYear ?? ''}`,
  ]);
  return `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(words.title)}</title>
<style>body{margin:0 auto;max-width:1200px;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#fbfaf7}h1{font-size:26px;line-height:1.2}h2{font-size:20px;margin-top:32px}svg{width:100%;height:auto;max-height:90vh;overflow:visible}div{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}td,th{padding:4px 12px 4px 0;border-bottom:1px solid #e3dfd5;text-align:left;vertical-align:top}</style></head>
<body><h1>${escapeXml(words.title)}</h1><p>${escapeXml(words.note)}</p>
${drawing}
${toList(words.nodes, words.columns.nodes, [...groups, ...nodes])}
${toList(words.edges, words.columns.edges, edges)}
</body></html>
`;
}

type ListCell = string | number | null | undefined;

function toList(title: string, headers: readonly string[], rows: readonly (readonly ListCell[])[]): string {
  const row = (cells: readonly ListCell[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeXml(String(cell ?? ''))}</${tag}>`).join('')}</tr>`;
  return `<h2>${escapeXml(title)}</h2><div><table>${row(headers, 'th')}
${rows.map((cells) => row(cells, 'td')).join('\n')}</table></div>`;
}
