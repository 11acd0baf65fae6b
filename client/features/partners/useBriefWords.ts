import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import type { PartnersState } from './partnersState';
import { useWording } from './wording';

/** The parts of the brief in words that go in its sentence; null for what is not said. */
export interface BriefWords {
  type: string | null;
  themes: string | null;
  audiences: string | null;
  places: string | null;
  needs: string | null;
  members: string | null;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * Says a brief: “une exposition”, “les collégiens”, “conception graphique et accueil d’expositions”.
 *
 * @param most - names of one kind; more are counted (“scénographie, médiation et 3 autres”)
 */
export function useBriefWords(state: PartnersState, most = Infinity): BriefWords {
  const { t } = useTranslation('partners');
  const { list } = useFormats();
  const wording = useWording();
  const types = useVocabulary('productionType').words;
  const audiences = useVocabulary('audience').words;
  const said = (ids: readonly string[], name: (id: string) => string) => {
    if (ids.length === 0) return null;
    const shown = ids.slice(0, ids.length > most ? most - 1 : most).map(name);
    const others = ids.length - shown.length;
    return list(others > 0 ? [...shown, t('brief.others', { count: others })] : shown, 'and');
  };
  const knownType = types.find(({ id }) => id === state.type);
  const knownAudiences = state.publics.filter((id) => audiences.some((word) => word.id === id));
  return {
    type: knownType ? t(`type.${knownType.id}`) : null,
    themes: said(state.themes, (id) => lowerFirst(wording.theme(id))),
    audiences: said(knownAudiences, (id) => t(`audience.${id}`)),
    places: said(state.lieux, wording.territory),
    needs: said(state.competences, (id) => lowerFirst(wording.competence(id))),
    members: said(state.avec, wording.actor),
  };
}
