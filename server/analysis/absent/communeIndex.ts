import { foldText } from './normaliseName';

/** A commune as far as its name matters. */
export interface NamedCommune {
  insee: string;
  name: string;
  department: string;
}

/** Finds communes by what registers write. */
export interface CommuneIndex {
  /**
   * INSEE code of a town as written (capitals, "ST", "CEDEX 3"...), in the département of its postal code; `null` when no commune or more than
   * one has that name there. Without a postal code the name must be the only one in the country given.
   */
  find(town: string | null, postalCode: string | null): string | null;
}

/** Indexes communes by name; none gives an index that finds nothing. */
export function createCommuneIndex(communes: readonly NamedCommune[]): CommuneIndex {
  const byName = new Map<string, NamedCommune[]>();
  for (const commune of communes) {
    const key = townKey(commune.name);
    const same = byName.get(key);
    if (same) same.push(commune);
    else byName.set(key, [commune]);
  }
  return {
    find(town, postalCode) {
      if (!town) return null;
      const named = byName.get(townKey(town)) ?? [];
      const department = departmentOfPostalCode(postalCode);
      const there =
        department === null ? named : named.filter((commune) => commune.department === department);
      return there.length === 1 ? there[0]!.insee : null;
    },
  };
}

/** Communes whose arrondissements have codes of their own: the beginning of these, and the code of the commune. */
const WITH_ARRONDISSEMENTS: readonly [RegExp, string][] = [
  [/^751(0[1-9]|1\d|20)$/, '75056'],
  [/^6938[1-9]$/, '69123'],
  [/^132(0[1-9]|1[0-6])$/, '13055'],
];

/** The INSEE code of the commune that a code is of: that of Paris, Lyon or Marseille for one of their arrondissements. */
export function communeOfCode(insee: string): string {
  return WITH_ARRONDISSEMENTS.find(([codes]) => codes.test(insee))?.[1] ?? insee;
}

function townKey(town: string): string {
  return foldText(town)
    .replace(/\bcedex( \d+)?\b.*$/, '')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/ \d+(er?|e|eme)?( arrondissement)?$/, '')
    .trim();
}

/** Corsica's postal codes begin with 20 whatever the département: they tell nothing. */
function departmentOfPostalCode(postalCode: string | null): string | null {
  const digits = postalCode?.trim().padStart(5, '0') ?? '';
  if (!/^\d{5}$/.test(digits) || digits.startsWith('20')) return null;
  return digits.startsWith('97') ? digits.slice(0, 3) : digits.slice(0, 2);
}
