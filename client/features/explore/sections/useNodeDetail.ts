import { useVocabulary } from '../../../i18n/useVocabulary';
import type { ShownNode } from '../state/useExplore';

/** Says what a node is and where, in words: its family and its town, its type, its phase. */
export function useNodeDetail(): (node: Pick<ShownNode, 'kind' | 'sort' | 'phases' | 'place'>) => string {
  const family = useVocabulary('actorFamily');
  const production = useVocabulary('productionType');
  const phase = useVocabulary('phase');
  const level = useVocabulary('territoryLevel');
  const need = useVocabulary('needGroup');
  return ({ kind, sort, phases, place }) => {
    const word: Record<ShownNode['kind'], string> = {
      ACTOR: family.label(sort),
      PRODUCTION: production.label(sort),
      COMPETENCE: phase.label(phases[0]),
      THEME: phase.label(sort),
      TERRITORY: level.label(sort),
      NEED: need.label(sort),
      // A source has no word of its own: its title says what it is.
      SOURCE: phase.label(sort),
    };
    return [word[kind], place].filter(Boolean).join(' · ');
  };
}
