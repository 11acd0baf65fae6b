import { hitPath } from '../../../components/search/searchTypes';
import type { ShownNode } from './useExplore';

/** The page of a node; that of a need is the search for who could meet it. */
export function nodePath({ kind, id }: Pick<ShownNode, 'kind' | 'id'>): string {
  return kind === 'NEED' ? `/partenaires?besoin=${encodeURIComponent(id)}` : hitPath({ kind, id });
}
