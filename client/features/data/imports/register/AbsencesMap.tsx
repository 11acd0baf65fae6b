import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../../components/states/ErrorState';
import { Skeleton } from '../../../../components/states/Skeleton';
import { useFormats } from '../../../../i18n/useLanguage';
import { ClassLegend } from '../../../../views/charts/ClassLegend';
import { TerritoryMap, type MapPoint } from '../../../../views/map/TerritoryMap';
import { useContours } from '../../../../views/map/useContours';
import { absenceClass, absenceFloors } from './absenceClasses';
import type { Absent } from './Absences';
import styles from './Register.module.css';

/** Where rows of a register are absent: intercommunalities by how many, and a mark each of the first ones. */
export function AbsencesMap({ absent }: { absent: Absent }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const { contours, error, retry } = useContours();
  const classes = useMemo(
    () => new Map(absent.places.map(({ epciId, absent: count }) => [epciId, absenceClass(count)])),
    [absent],
  );
  const points = useMemo(
    () =>
      absent.rows.flatMap(({ row, name, longitude, latitude }): MapPoint[] =>
        longitude == null || latitude == null
          ? []
          : [{ id: row, name, longitude, latitude, look: 'PROPOSED' }],
      ),
    [absent],
  );
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!contours) return <Skeleton shape="pane" />;
  const all = contours.areas.EPCI.features.map(({ properties }) => properties.id);
  const shades = new Map(all.map((id) => [id, classes.get(id) ?? ('SAME' as const)]));
  const countIn = (index: number) => [...shades.values()].filter((shade) => shade === index).length;
  const label = (floor: number, index: number) => {
    const next = absenceFloors[index + 1];
    if (next === undefined) return t('register.atLeast', { n: formats.number(floor) });
    return next - floor === 1
      ? formats.number(floor)
      : t('register.fromTo', { from: formats.number(floor), to: formats.number(next - 1) });
  };
  return (
    <>
      <div className={styles.canvas}>
        <TerritoryMap
          label={t('register.mapLabel')}
          contours={contours}
          level="EPCI"
          classes={shades}
          points={points}
        />
      </div>
      <ClassLegend
        title={t('register.legend')}
        classes={absenceFloors.map((floor, index) => ({
          label: label(floor, index),
          count: formats.number(countIn(index)),
        }))}
      />
    </>
  );
}
