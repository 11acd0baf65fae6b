import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ExploreCanvasDocument,
  ExplorePathsDocument,
  type CanvasPartsFragment,
  type ExplorePathsQuery,
} from '../../../graphql/generated/graphql';
import { ahead } from '../../../graphql/aheadLink';
import { useLanguage } from '../../../i18n/useLanguage';
import { useUrlState } from '../../../lib/useUrlState';
import type { CanvasGraph, Point } from '../../../views/graph/canvasTypes';
import { toCanvasGraph, type NameGroup } from '../../../views/graph/toCanvasGraph';
import type { CanvasView } from '../../../views/graph/useGraphCanvas';
import { exploreCodecs, toFilter, toRequest, toSteps, toTieFilter, type ExploreState } from './exploreState';
import { createActions, type ExploreActions } from './exploreActions';
import { parsePins, stepText, withStep, type Step } from './steps';
import { useLook, type Look } from './useLook';

/** A node of the canvas as the API tells it. */
export type ShownNode = CanvasPartsFragment['nodes'][number];
/** A community of the canvas as the API tells it. */
export type ShownGroup = CanvasPartsFragment['groups'][number];

/** Everything the parts of Explorer share. */
export interface Explore {
  state: ExploreState;
  actions: ExploreActions;
  query: { data?: unknown; error?: unknown; loading: boolean; refetch: () => unknown };
  /** What is shown; the last answer while a new one comes. */
  view: CanvasPartsFragment | null;
  graph: CanvasGraph | null;
  /** What size and colour say. */
  look: Look;
  pins: Readonly<Record<string, Point>>;
  /** The picture, while there is one: where nodes stand, what may be saved. */
  canvas: RefObject<CanvasView | null>;
  /** Shown nodes by key. */
  nodes: ReadonlyMap<string, ShownNode>;
  nameGroup: NameGroup;
  paths: ExplorePathsQuery['actorPaths'] | null;
  /** Keys along the path that is shown. */
  path: readonly string[];
  /** Asks for what a step would bring, and works out where it would stand, as one points at it: pressed, it is there. */
  lookAhead(step: Step): void;
}

const noPath: readonly string[] = [];

function usePaths(state: ExploreState): { paths: Explore['paths']; path: readonly string[] } {
  const [from = '', to = '', chosen = '0'] = state.chemin;
  const { data } = useQuery(ExplorePathsDocument, {
    variables: { from, to, ties: toTieFilter(state) },
    skip: from === '' || to === '',
  });
  const paths = from === '' || to === '' ? null : (data?.actorPaths ?? null);
  const path = useMemo(() => {
    const steps = paths?.paths[Number(chosen)]?.steps ?? paths?.paths[0]?.steps;
    if (!steps || steps.length === 0) return noPath;
    return [steps[0]!.fromActorId, ...steps.map((step) => step.toActorId)].map((id) => `a~${id}`);
  }, [paths, chosen]);
  return { paths, path };
}

function toVariables(state: ExploreState, path: readonly string[], language: string) {
  return {
    request: toRequest(state, path),
    filter: toFilter(state),
    ties: toTieFilter(state),
    language,
  };
}

function useLookAhead(
  state: ExploreState,
  path: readonly string[],
  canvas: Explore['canvas'],
  nameGroup: NameGroup,
): Explore['lookAhead'] {
  const client = useApolloClient();
  const language = useLanguage();
  return useCallback(
    (step) => {
      const pas = withStep(toSteps(state), step).map(stepText);
      const variables = toVariables({ ...state, pas }, path, language);
      // Whoever presses asks again, and is told what went wrong.
      client
        .query({ query: ExploreCanvasDocument, variables, fetchPolicy: 'no-cache', context: ahead })
        .then(({ data }) => {
          if (data?.canvas) canvas.current?.expect(toCanvasGraph(data.canvas, state.depart, nameGroup));
        })
        .catch(() => undefined);
    },
    [client, state, path, language, canvas, nameGroup],
  );
}

/** Asks for what the address says, and gives what may be done to it. */
export function useExplore(): Explore {
  const { t } = useTranslation('explore');
  const canvas = useRef<CanvasView | null>(null);
  const language = useLanguage();
  const [state, set] = useUrlState(exploreCodecs);
  const { paths, path } = usePaths(state);
  const query = useQuery(ExploreCanvasDocument, {
    variables: toVariables(state, path, language),
    // A thousand nodes and their ties are read whole and once: taking them apart and together again costs more than asking.
    fetchPolicy: 'no-cache',
  });
  const view = (query.data ?? query.previousData)?.canvas ?? null;
  const nameGroup = useMemo<NameGroup>(
    () => (group) => {
      const leader = group.leaders[0]?.split(/ [–—] | \(/)[0];
      if (!leader) return t('untied', { count: group.matching });
      return group.matching > 1 ? t('groupName', { leader, count: group.matching - 1 }) : leader;
    },
    [t],
  );
  const start = state.depart;
  const plain = useMemo(() => view && toCanvasGraph(view, start, nameGroup), [view, start, nameGroup]);
  const { graph, look } = useLook(state, plain);
  const nodes = useMemo(() => new Map((view?.nodes ?? []).map((node) => [node.key, node])), [view]);
  const pins = useMemo(() => parsePins(state.epingles), [state.epingles]);
  const actions = useMemo(
    () => createActions(state, set, (key) => nodes.get(key)?.from ?? null),
    [state, set, nodes],
  );
  const lookAhead = useLookAhead(state, path, canvas, nameGroup);
  const { data, error, loading, refetch } = query;
  // One object until something changes: the list beside the picture is not drawn again for nothing.
  return useMemo(
    () => ({
      ...{ state, actions, view, graph, look, pins, canvas, nodes, nameGroup, paths, path, lookAhead },
      query: { data, error, loading, refetch },
    }),
    [
      state,
      actions,
      view,
      graph,
      look,
      pins,
      nodes,
      nameGroup,
      paths,
      path,
      lookAhead,
      data,
      error,
      loading,
      refetch,
    ],
  );
}
