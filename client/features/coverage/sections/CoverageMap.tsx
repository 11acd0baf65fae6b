import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import type { CoverageChoicesQuery } from '../../../graphql/generated/graphql';
import { chooseTowns } from '../../../views/map/chooseTowns';
import type { ContourLevel } from '../../../views/map/contours';
import { createMapGroup } from '../../../views/map/mapGroup';
import { TerritoryMap, type DrawPicture, type MapPoint } from '../../../views/map/TerritoryMap';
import { useContours } from '../../../views/map/useContours';
import type { Shading } from '../coverageMeasures';
import type { CoverageAnswer, ScenarioAnswer, SitingAnswer } from '../coverageUnits';
import type { useSentences } from '../useSentences';
import styles from './CoverageMap.module.css';

/** Properties of {@link CoverageMap}. */
export interface CoverageMapProps {
  answer: CoverageAnswer;
  /** One map each: one, or two side by side. */
  shadings: readonly Shading[];
  scenario: ScenarioAnswer | undefined;
  sites: SitingAnswer | undefined;
  showsPlaces: boolean;
  towns: CoverageChoicesQuery['communes'] | undefined;
  sentences: ReturnType<typeof useSentences>;
  selected: string | null;
  onSelect: (id: string | null) => void;
  /** Given a way to draw the first map. */
  onPicture: (draw: DrawPicture | null) => void;
}

/** The map of access, alone or beside another, with the sentence of the unit under the pointer. */
export function CoverageMap(props: CoverageMapProps) {
  const { answer, shadings, towns, sentences, selected, scenario } = props;
  const { t } = useTranslation('coverage');
  const { contours, error, retry } = useContours();
  const [hovered, setHovered] = useState<string | null>(null);
  const [group] = useState(createMapGroup);
  const units = useMemo(() => new Map(answer.units.map((unit) => [unit.territoryId, unit])), [answer]);
  const points = usePoints(props);
  const named = useMemo(
    () => chooseTowns(towns ?? []).map(({ id, name, location }): MapPoint => ({ id, name, ...location! })),
    [towns],
  );
  const told = units.get(hovered ?? selected ?? '');
  const change = scenario?.units.find(({ territoryId }) => territoryId === told?.territoryId);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!contours) return <Skeleton shape="pane" />;
  return (
    <div className={styles.pane}>
      <div className={styles.maps} data-two={shadings.length > 1 || undefined}>
        {shadings.map((shading, k) => (
          <figure key={k} className={styles.one}>
            {shadings.length > 1 && <figcaption>{t(`measure.${shading.measure}`)}</figcaption>}
            <TerritoryMap
              label={t('map.label', { measure: t(`measure.${shading.measure}`) })}
              contours={contours}
              level={answer.level as ContourLevel}
              classes={shading.classes}
              points={points}
              towns={named}
              selected={selected}
              onHover={setHovered}
              onSelect={props.onSelect}
              group={group}
              {...(k === 0 ? { onPicture: props.onPicture } : {})}
            />
          </figure>
        ))}
      </div>
      <p className={styles.sentence} role="status">
        {told ? [sentences.say(told), sentences.sayChange(change)].filter(Boolean).join(' ') : t('map.hint')}
      </p>
    </div>
  );
}

function usePoints({ answer, scenario, sites, showsPlaces }: CoverageMapProps): MapPoint[] {
  return useMemo(() => {
    const place = (
      id: string,
      {
        name,
        longitude,
        latitude,
      }: Pick<CoverageAnswer['supply'][number], 'name' | 'longitude' | 'latitude'>,
      look: MapPoint['look'],
    ): MapPoint[] =>
      longitude == null || latitude == null
        ? []
        : [{ id, name, longitude, latitude, ...(look ? { look } : {}) }];
    return [
      ...(showsPlaces
        ? answer.supply.flatMap((point) =>
            place(point.eventId ?? point.actorId ?? point.name, point, 'PLACE'),
          )
        : []),
      ...(sites?.places ?? []).flatMap((point, k) => place(`site-${k}`, point, 'PROPOSED')),
      ...(scenario?.added ?? []).flatMap((point, k) => place(`added-${k}`, point, 'ADDED')),
    ];
  }, [answer, scenario, sites, showsPlaces]);
}
