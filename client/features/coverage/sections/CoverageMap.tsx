import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import type { CoverageChoicesQuery } from '../../../graphql/generated/graphql';
import { fetchContours, type Contours, type ContourLevel } from '../../../views/map/contours';
import { TerritoryMap, type MapPoint } from '../../../views/map/TerritoryMap';
import { chooseTowns, toAreaClass, type CoverageAnswer } from '../coverageUnits';
import type { useSentences } from '../useSentences';
import styles from './CoverageMap.module.css';

/** Properties of {@link CoverageMap}. */
export interface CoverageMapProps {
  answer: CoverageAnswer;
  towns: CoverageChoicesQuery['communes'] | undefined;
  sentences: ReturnType<typeof useSentences>;
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** The map of access, with the sentence of the unit under the pointer. */
export function CoverageMap({ answer, towns, sentences, selected, onSelect }: CoverageMapProps) {
  const { t } = useTranslation('coverage');
  const { contours, error, retry } = useContours();
  const [hovered, setHovered] = useState<string | null>(null);
  const units = useMemo(() => new Map(answer.units.map((unit) => [unit.territoryId, unit])), [answer]);
  const classes = useMemo(
    () => new Map(answer.units.map((unit) => [unit.territoryId, toAreaClass(unit, answer.classes)])),
    [answer],
  );
  const points = useMemo(() => toPoints(answer), [answer]);
  const named = useMemo(
    () => chooseTowns(towns ?? []).map(({ id, name, location }): MapPoint => ({ id, name, ...location! })),
    [towns],
  );
  const told = units.get(hovered ?? selected ?? '');
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!contours) return <Skeleton shape="pane" />;
  return (
    <div className={styles.pane}>
      <TerritoryMap
        label={t('map.label')}
        contours={contours}
        level={answer.level as ContourLevel}
        classes={classes}
        points={points}
        towns={named}
        selected={selected}
        onHover={setHovered}
        onSelect={onSelect}
      />
      <p className={styles.sentence} aria-live="polite">
        {told ? sentences.say(told) : t('map.hint')}
      </p>
    </div>
  );
}

function toPoints({ supply }: CoverageAnswer): MapPoint[] {
  return supply.flatMap(({ actorId, eventId, name, longitude, latitude }) =>
    longitude == null || latitude == null
      ? []
      : [{ id: eventId ?? actorId ?? name, name, longitude, latitude }],
  );
}

function useContours() {
  const [contours, setContours] = useState<Contours | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    fetchContours().then(
      (fetched) => isWanted && setContours(fetched),
      (reason: unknown) => isWanted && setError(reason),
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  const retry = () => {
    setError(null);
    setAttempt(attempt + 1);
  };
  return { contours, error, retry };
}
