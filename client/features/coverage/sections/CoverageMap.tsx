import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import type { CoverageChoicesQuery } from '../../../graphql/generated/graphql';
import { chooseTowns } from '../../../views/map/chooseTowns';
import type { ContourLevel } from '../../../views/map/contours';
import { createMapGroup } from '../../../views/map/mapGroup';
import type { AreaClass } from '../../../views/map/mapStyle';
import { TerritoryMap, type DrawPicture, type MapPoint } from '../../../views/map/TerritoryMap';
import { useContours } from '../../../views/map/useContours';
import type { CoverageAnswer, ScenarioAnswer, SitingAnswer } from '../coverageUnits';
import type { useSentences } from '../useSentences';
import styles from './CoverageMap.module.css';

/** One map: what it shows, in words, and the class of each unit. */
export interface MapPane {
  title: string;
  classes: ReadonlyMap<string, AreaClass>;
}

/** Properties of {@link CoverageMap}. */
export interface CoverageMapProps {
  answer: CoverageAnswer;
  /** One, or two side by side. */
  panes: readonly MapPane[];
  scenario: ScenarioAnswer | undefined;
  sites: SitingAnswer | undefined;
  showsPlaces: boolean;
  towns: CoverageChoicesQuery['communes'] | undefined;
  sentences: ReturnType<typeof useSentences>;
  selected: string | null;
  onSelect: (id: string | null) => void;
  /** Given a way to draw each map, by its place. */
  onPicture: (place: number, draw: DrawPicture | null) => void;
}

/** The map of access, alone or beside another, with the sentence of the unit under the pointer. */
export function CoverageMap(props: CoverageMapProps) {
  const { answer, panes, towns, sentences, selected, scenario } = props;
  const { t } = useTranslation('coverage');
  const { contours, error, retry } = useContours();
  const [hovered, setHovered] = useState<string | null>(null);
  const [group] = useState(createMapGroup);
  const units = useMemo(() => new Map(answer.units.map((unit) => [unit.territoryId, unit])), [answer]);
  const points = usePoints(props);
  const { onPicture } = props;
  const onFirst = useCallback((draw: DrawPicture | null) => onPicture(0, draw), [onPicture]);
  const onSecond = useCallback((draw: DrawPicture | null) => onPicture(1, draw), [onPicture]);
  const named = useMemo(
    () => chooseTowns(towns ?? []).map(({ id, name, location }): MapPoint => ({ id, name, ...location! })),
    [towns],
  );
  const told = units.get(hovered ?? selected ?? '');
  const change = scenario?.units.find(({ territoryId }) => territoryId === told?.territoryId);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!contours) return <Skeleton shape="pane" />;
  const isBare = contours.areas[answer.level as ContourLevel].features.length === 0;
  return (
    <div className={styles.pane}>
      <div className={styles.maps} data-two={panes.length > 1 || undefined}>
        {panes.map(({ title, classes }, k) => (
          <figure key={k} className={styles.one}>
            {panes.length > 1 && <figcaption>{title}</figcaption>}
            <TerritoryMap
              label={t('map.label', { measure: title })}
              contours={contours}
              level={answer.level as ContourLevel}
              classes={classes}
              points={points}
              towns={named}
              selected={selected}
              onHover={setHovered}
              onSelect={props.onSelect}
              group={group}
              onPicture={k === 0 ? onFirst : onSecond}
            />
          </figure>
        ))}
      </div>
      <p className={styles.sentence} role="status">
        {told
          ? [sentences.say(told), sentences.sayChange(change)].filter(Boolean).join(' ')
          : isBare
            ? t('map.noContours')
            : (sentences.unknown ?? t('map.hint'))}
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
