import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import { useFormats } from '../../../i18n/useLanguage';
import { ClassLegend } from '../../../views/charts/ClassLegend';
import type { ContourLevel } from '../../../views/map/contours';
import type { AreaClass } from '../../../views/map/mapStyle';
import { TerritoryMap, type MapPoint } from '../../../views/map/TerritoryMap';
import { useContours } from '../../../views/map/useContours';
import type { RegisterAnswer, RegisterUnit } from '../registerAnswer';
import { knownClass, knownFloors, sumOfKinds } from './knownClasses';
import styles from './Absent.module.css';

/** Where a register has rows that the graph does not know: units by the share that is known, a mark each absent row. */
export function AbsentMap({ answer }: { answer: RegisterAnswer }) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const { contours, error, retry } = useContours();
  const [hovered, setHovered] = useState<string | null>(null);
  const units = useMemo(() => sumOfKinds(answer.units), [answer]);
  const points = useMemo(() => toPoints(answer), [answer]);
  const shades = useMemo(() => {
    if (!contours) return new Map<string, AreaClass>();
    const { features } = contours.areas[answer.level as ContourLevel];
    return new Map(features.map(({ properties: { id } }) => [id, knownClass(units.get(id))] as const));
  }, [contours, answer, units]);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!contours) return <Skeleton shape="pane" />;
  const countOf = (shade: AreaClass) => [...shades.values()].filter((each) => each === shade).length;
  const say = (unit: RegisterUnit) =>
    t('absent.unit', {
      name: unit.name,
      known: number(unit.sure),
      rows: number(unit.inRegister),
      absent: number(unit.absent),
      count: unit.absent,
    });
  const told = hovered === null ? undefined : units.get(hovered);
  const labels = knownFloors.map((floor, k) =>
    t('legend.range', { from: percent(floor), to: percent(knownFloors[k + 1] ?? 1) }),
  );
  return (
    <figure className={styles.map}>
      <div className={styles.canvas}>
        <TerritoryMap
          label={t('absent.mapLabel')}
          contours={contours}
          level={answer.level as ContourLevel}
          classes={shades}
          points={points}
          onHover={setHovered}
        />
        <p className={styles.sentence} role="status">
          {told ? say(told) : t('absent.mapHint')}
        </p>
      </div>
      <ClassLegend
        title={t('absent.legend')}
        classes={labels.map((label, k) => ({ label, count: number(countOf(k)) }))}
      />
      <p className={styles.note}>
        {t('absent.legendNone', { none: number(countOf('NOTHING')), without: number(countOf('SAME')) })}
      </p>
    </figure>
  );
}

function toPoints({ rows }: RegisterAnswer): MapPoint[] {
  return rows.flatMap(({ row, name, status, longitude, latitude }): MapPoint[] =>
    status !== 'ABSENT' || longitude === null || latitude === null
      ? []
      : [{ id: row, name, longitude, latitude, look: 'PLACE' }],
  );
}
