import { isWithin } from './cover';
import { indexOf, listOf } from './lists';
import type { PartnerProjection } from './projection';
import { PHASES } from './rows';
import type { Phase } from './rows';
import { NONE } from './tieTables';

/** Fewest productions with a readable need before a narrower basis is trusted. */
const ENOUGH = 3;
/** A competence is usual from this share of the productions looked at, and from two of them. */
const USUAL_SHARE = 0.3;
const USUAL_COUNT = 2;
const PER_PHASE = 4;

/** A competence that productions of a kind usually require. */
export interface UsualNeed {
  competenceId: string;
  phase: Phase;
  /** Productions that say they require it. */
  required: number;
  /** Productions that do not say, but where a contributor to its phase holds it. */
  practised: number;
  /** Productions looked at. */
  of: number;
  /** `(required + practised) ÷ of`. */
  share: number;
  /** The productions counted, by id. */
  productionIds: string[];
}

/** What productions of a kind usually require, with what was looked at. */
export interface NeedSuggestion {
  /** Which productions were looked at; widened when fewer than three say anything, and `NONE` when nothing was asked or known. */
  basis: 'TYPE_AND_THEME' | 'TYPE' | 'THEME' | 'NONE';
  productions: number;
  /** By phase, then most usual first. */
  needs: UsualNeed[];
}

interface Reading {
  required: Set<number>;
  practised: Set<number>;
}

/**
 * What productions of a type and on themes usually require: the competences they are said to require and, for a production of which
 * none is said, those that its contributors hold in the phase they contributed to. A production on a narrower theme counts. When
 * fewer than three productions fit both type and themes, those of the type are looked at, then those on the themes; the answer says
 * which. Usual: at least two productions and 30 % of them, at most four a phase.
 *
 * @param productionType - `null` for any
 * @param themeIds - empty for any
 * @throws RangeError when a theme is not in the projection
 */
export function suggestNeeds(
  projection: PartnerProjection,
  productionType: string | null,
  themeIds: readonly string[],
): NeedSuggestion {
  const typed = productionType === null ? null : productionsOfType(projection, productionType);
  const themed = themeIds.length === 0 ? null : productionsAbout(projection, themeIds);
  const bases: [NeedSuggestion['basis'], Set<number>][] = [];
  if (typed && themed)
    bases.push(['TYPE_AND_THEME', new Set([...typed].filter((production) => themed.has(production)))]);
  if (typed) bases.push(['TYPE', typed]);
  if (themed) bases.push(['THEME', themed]);
  let best: NeedSuggestion = { basis: 'NONE', productions: 0, needs: [] };
  for (const [basis, productions] of bases) {
    const readings = new Map<number, Reading>();
    for (const production of productions) {
      const reading = readNeeds(projection, production);
      if (reading.required.size + reading.practised.size > 0) readings.set(production, reading);
    }
    const suggestion = { basis, productions: readings.size, needs: usualOf(projection, readings) };
    if (readings.size >= ENOUGH) return suggestion;
    if (readings.size > best.productions) best = suggestion;
  }
  return best;
}

function productionsOfType(projection: PartnerProjection, type: string): Set<number> {
  const word = projection.words.index.get(type);
  const found = new Set<number>();
  projection.productionType.forEach((t, production) => {
    if (t !== NONE && t === word) found.add(production);
  });
  return found;
}

function productionsAbout(projection: PartnerProjection, themeIds: readonly string[]): Set<number> {
  const asked = themeIds.map((id) => indexOf(projection.themes, 'theme', id));
  const found = new Set<number>();
  for (let production = 0; production < projection.productions.ids.length; production++)
    for (const theme of listOf(projection.productionThemes, production))
      if (asked.some((wide) => isWithin(projection.broaderTheme, theme, wide))) found.add(production);
  return found;
}

function readNeeds(projection: PartnerProjection, production: number): Reading {
  const required = new Set<number>(listOf(projection.requires, production));
  const practised = new Set<number>();
  if (required.size > 0) return { required, practised };
  const { contributions, skills } = projection;
  for (const row of listOf(projection.contributorsOf, production)) {
    const role = contributions.role[row]!;
    const phase = role === NONE ? -1 : PHASES.indexOf(projection.words.ids[role] as Phase);
    if (phase < 0) continue;
    for (const skill of listOf(projection.skillsOf, contributions.actor[row]!))
      if (projection.phase[skills.competence[skill]!] === phase) practised.add(skills.competence[skill]!);
  }
  return { required, practised };
}

function usualOf(projection: PartnerProjection, readings: Map<number, Reading>): UsualNeed[] {
  const counted = new Map<number, UsualNeed>();
  const count = (competence: number, production: number, kind: 'required' | 'practised') => {
    let need = counted.get(competence);
    if (!need) {
      const phase = PHASES[projection.phase[competence]!]!;
      const competenceId = projection.competences.ids[competence]!;
      need = {
        competenceId,
        phase,
        required: 0,
        practised: 0,
        of: readings.size,
        share: 0,
        productionIds: [],
      };
      counted.set(competence, need);
    }
    need[kind]++;
    need.share = (need.required + need.practised) / need.of;
    need.productionIds.push(projection.productions.ids[production]!);
  };
  for (const [production, { required, practised }] of readings) {
    for (const competence of required) count(competence, production, 'required');
    for (const competence of practised) count(competence, production, 'practised');
  }
  const usual = [...counted.values()]
    .filter((need) => need.share >= USUAL_SHARE && need.productionIds.length >= USUAL_COUNT)
    .sort(
      (x, y) => y.share - x.share || y.required - x.required || (x.competenceId < y.competenceId ? -1 : 1),
    );
  return PHASES.flatMap((phase) => usual.filter((need) => need.phase === phase).slice(0, PER_PHASE));
}
