import type { ReactNode } from 'react';
import type { Option } from '../../../components/controls/option';
import type { Formats } from '../../../lib/formats';

/** A value of a facet, as the API counts it. */
export interface FacetValue {
  value: string;
  label?: string | null;
  sort?: string | null;
  broader?: string | null;
  count: number;
}

/**
 * Concepts as options: each broader one followed by those under it, set in; grouped by phase where `groupOf` is given.
 * Those that nobody has are left out.
 */
export function conceptOptions(
  values: readonly FacetValue[],
  count: (value: number) => string,
  markOf?: (sort: string | null | undefined) => ReactNode,
  groupOf?: (sort: string | null | undefined) => string,
): Option[] {
  const under = new Map<string | null, FacetValue[]>();
  const known = new Set(values.map(({ value }) => value));
  for (const each of values) {
    const above = each.broader && known.has(each.broader) ? each.broader : null;
    under.set(above, [...(under.get(above) ?? []), each]);
  }
  const options: Option[] = [];
  const visit = (above: string | null, depth: number): void => {
    for (const each of under.get(above) ?? []) {
      if (each.count > 0)
        options.push({
          value: each.value,
          label: `${'\u2003'.repeat(depth)}${each.label ?? each.value}`,
          detail: count(each.count),
          mark: markOf?.(each.sort),
          group: groupOf?.(each.sort),
        });
      visit(each.value, depth + 1);
    }
  };
  visit(null, 0);
  return groupOf ? groupTogether(options) : options;
}

function groupTogether(options: readonly Option[]): Option[] {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.flatMap((group) => options.filter((option) => option.group === group));
}

const levels = ['DEPARTMENT', 'FORMER_REGION', 'EPCI', 'COMMUNE', 'REGION'];

/** Territories as options, level by level; those where nobody stands are left out. */
export function territoryOptions(
  values: readonly FacetValue[],
  formats: Pick<Formats, 'number' | 'compare'>,
  levelOf: (level: string | null | undefined) => string,
): Option[] {
  return [...values]
    .filter(({ count, sort }) => count > 0 && sort !== 'REGION')
    .sort(
      (a, b) =>
        levels.indexOf(a.sort ?? '') - levels.indexOf(b.sort ?? '') ||
        formats.compare(a.label ?? '', b.label ?? ''),
    )
    .map(({ value, label, sort, count }) => ({
      value,
      label: label ?? value,
      detail: formats.number(count),
      group: levelOf(sort),
    }));
}
