import type { SetUrlState } from '../../../lib/useUrlState';
import type { Point, Relation } from '../../../views/graph/canvasTypes';
import { toSteps, type exploreCodecs, type ExploreState, type FacetParam } from './exploreState';
import { collapse, parsePins, pinText, stepText, usualMost, withStep, type Step } from './steps';

/** All that one may do in Explorer; each writes the address, and so may be undone. */
export interface ExploreActions {
  set: SetUrlState<typeof exploreCodecs>;
  choose(key: string | null, adding?: boolean): void;
  chooseMany(keys: readonly string[]): void;
  chooseLink(source: string, target: string): void;
  /** One step from a node; asked again, it brings more. */
  expand(key: string, relation: Relation, most?: number): void;
  collapse(key: string): void;
  /** Takes one step back, and what followed from it. */
  removeStep(step: Step): void;
  removeStart(key: string): void;
  hide(keys: readonly string[]): void;
  showHidden(): void;
  /** Leaves nodes where they were put, at one go. */
  pin(places: Readonly<Record<string, Point>>): void;
  unpin(key: string): void;
  focusOn(key: string | null): void;
  /** Starts again from these nodes. */
  startFrom(keys: readonly string[], relation?: Relation): void;
  /** Adds a node to those one starts from. */
  add(key: string): void;
  openGroup(key: string): void;
  closeGroup(key: string): void;
  toggle(facet: FacetParam, value: string): void;
  clearFilters(): void;
  /** Looks for the ways between two actors. */
  findPath(from: string, to: string): void;
  reset(): void;
}

const cleared = {
  pas: [],
  masques: [],
  epingles: [],
  choisis: [],
  lien: null,
  autour: null,
  ouvertes: [],
  chemin: [],
};

/**
 * The actions on a state.
 *
 * @param set - writes the address
 * @param cameFrom - key of the node from which a shown node came
 */
export function createActions(
  state: ExploreState,
  set: SetUrlState<typeof exploreCodecs>,
  cameFrom: (key: string) => string | null,
): ExploreActions {
  return { set, ...walking(state, set, cameFrom), ...arranging(state, set), ...narrowing(state, set) };
}

type Set = SetUrlState<typeof exploreCodecs>;
const without = <T>(list: readonly T[], value: T): T[] => list.filter((each) => each !== value);

function walking(state: ExploreState, set: Set, cameFrom: (key: string) => string | null) {
  const steps = toSteps(state);
  const write = (next: readonly Step[]): void => set({ pas: next.map(stepText) });
  return {
    expand: (key: string, relation: Relation, most = usualMost): void =>
      write(withStep(steps, { key, relation, most })),
    collapse: (key: string): void => write(collapse(steps, key, cameFrom)),
    removeStep({ key, relation }: Step): void {
      write(steps.filter((step) => step.key !== key || step.relation !== relation));
    },
    removeStart(key: string): void {
      const depart = without(state.depart, key);
      if (depart.length === 0) set({ ...cleared, depart });
      else set({ depart, pas: collapse(steps, key, cameFrom).map(stepText) });
    },
    startFrom(keys: readonly string[], relation?: Relation): void {
      const pas = relation ? keys.map((key) => stepText({ key, relation, most: usualMost })) : [];
      set({ ...cleared, depart: [...keys], pas });
    },
    add: (key: string): void => set({ depart: [...without(state.depart, key), key], choisis: [key] }),
    openGroup: (key: string): void =>
      set({ par: 'communautes', ouvertes: [...without(state.ouvertes, key), key], choisis: [] }),
    closeGroup: (key: string): void => set({ ouvertes: without(state.ouvertes, key) }),
    findPath(from: string, to: string): void {
      set({ ...cleared, depart: [`a~${from}`, `a~${to}`], chemin: [from, to] });
    },
    reset: (): void => set({ ...cleared, depart: [], q: '', par: 'auto' }),
  };
}

function arranging(state: ExploreState, set: Set) {
  return {
    choose(key: string | null, adding = false): void {
      if (key === null) set({ choisis: [], lien: null }, { replace: true });
      else if (adding) {
        const rest = without(state.choisis, key);
        set(
          { choisis: rest.length < state.choisis.length ? rest : [...rest, key], lien: null },
          { replace: true },
        );
      } else set({ choisis: [key], lien: null }, { replace: true });
    },
    chooseMany: (keys: readonly string[]): void =>
      set(
        { choisis: [...new Set([...state.choisis, ...keys])].slice(0, 200), lien: null },
        { replace: true },
      ),
    chooseLink: (source: string, target: string): void =>
      set({ lien: `${source}|${target}`, choisis: [] }, { replace: true }),
    hide: (keys: readonly string[]): void =>
      set({ masques: [...new Set([...state.masques, ...keys])], choisis: [] }),
    showHidden: (): void => set({ masques: [] }),
    pin(places: Readonly<Record<string, Point>>): void {
      const pins = { ...parsePins(state.epingles), ...places };
      set({ epingles: Object.entries(pins).map(([pinned, at]) => pinText(pinned, at)) });
    },
    unpin(key: string): void {
      const { [key]: _gone, ...pins } = parsePins(state.epingles);
      set({ epingles: Object.entries(pins).map(([pinned, at]) => pinText(pinned, at)) });
    },
    focusOn: (key: string | null): void => set({ autour: key }),
  };
}

function narrowing(state: ExploreState, set: Set) {
  return {
    toggle(facet: FacetParam, value: string): void {
      const chosen = state[facet] as string[];
      const rest = without(chosen, value);
      set({ [facet]: rest.length < chosen.length ? rest : [...rest, value] });
    },
    clearFilters: (): void =>
      set({
        familles: [],
        genres: [],
        phases: [],
        competences: [],
        themes: [],
        territoires: [],
        publie: [],
        connu: [],
        ages: [],
        sortes: [],
        liens: [],
        depuis: '',
        jusque: '',
        nondates: true,
      }),
  };
}
