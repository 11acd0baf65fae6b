import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerRowFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import type { MapMark } from '../../views/map/groupMarks';
import type { PartnersState } from './partnersState';
import { placeOf } from './useNames';
import { useWording, type Place } from './wording';

/** Candidates by rank, the team, who asks and who is in the project already, as marks of a map; those of unknown place are left out. */
export function useCandidateMarks(rows: readonly PartnerRowFragment[], state: PartnersState): MapMark[] {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const wording = useWording();
  const { acteur, avec, equipe } = state;
  return useMemo(() => {
    const mark = (
      place: Place | undefined,
      make: (place: Place) => Omit<MapMark, 'longitude' | 'latitude'>,
    ) => (place ? [{ ...make(place), longitude: place.longitude, latitude: place.latitude }] : []);
    const given = [...new Set([...(acteur ? [acteur] : []), ...avec])].flatMap((id) =>
      mark(wording.place(id), ({ commune }) => ({
        id,
        text: id === acteur ? t('map.you') : '',
        label: t(id === acteur ? 'map.asker' : 'map.given', { name: wording.actor(id), commune }),
        look: 'GIVEN',
      })),
    );
    const listed = rows.flatMap(({ actorId, actor, rank }) =>
      mark(placeOf(actor), ({ commune }) => ({
        id: actorId,
        text: number(rank ?? 0),
        label: t('map.mark', { rank: number(rank ?? 0), name: actor?.name ?? actorId, commune }),
        look: equipe.includes(actorId) ? 'KEPT' : 'LISTED',
      })),
    );
    const ranked = new Set(rows.map(({ actorId }) => actorId));
    const kept = equipe
      .filter((id) => !ranked.has(id))
      .flatMap((id) =>
        mark(wording.place(id), ({ commune }) => ({
          id,
          text: '✓',
          label: t('map.kept', { name: wording.actor(id), commune }),
          look: 'KEPT',
        })),
      );
    return [...given, ...listed, ...kept];
  }, [rows, acteur, avec, equipe, wording, t, number]);
}
