import { Map as MapLibre, Marker, NavigationControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/states/EmptyState';
import { readColour, useShownTheme } from '../../lib/themeColours';
import type { Contours, ContourLevel } from './contours';
import type { MapGroup } from './mapGroup';
import { drawMarks } from './drawMarks';
import type { MapMark } from './groupMarks';
import { drawMapPicture } from './mapPicture';
import { DOTS, drawDots, drawHatch, HATCH, toClassNumber, toMapStyle, type AreaClass } from './mapStyle';
import styles from './TerritoryMap.module.css';

setWorkerUrl(workerUrl);

/** A point of the map: a place, or a town whose name helps one find one's way. */
export interface MapPoint {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  /** A place that is there, one added to see, or one proposed. */
  look?: 'PLACE' | 'ADDED' | 'PROPOSED';
}

/** Draws the map as it stands, towns included, on a canvas of its own. */
export type DrawPicture = () => HTMLCanvasElement;

/** Properties of {@link TerritoryMap}. */
export interface TerritoryMapProps {
  /** What the map shows, for those who do not see it. */
  label: string;
  contours: Contours;
  level: ContourLevel;
  /** Class of each area by territory id; an area that is not there is unknown. */
  classes: ReadonlyMap<string, AreaClass>;
  /** Places to mark. */
  points?: readonly MapPoint[];
  /** Towns to name. */
  towns?: readonly MapPoint[];
  /** What one may choose on the map besides areas. */
  marks?: readonly MapMark[];
  chosenMark?: string | null;
  onMark?: (id: string) => void;
  /** West, south, east, north to look at, in degrees; the whole region when absent. */
  frame?: [number, number, number, number] | null;
  selected?: string | null;
  onHover?: (id: string | null) => void;
  onSelect?: (id: string | null) => void;
  /** Maps that look at the same place: moving one moves the others. */
  group?: MapGroup;
  /** Given a way to draw the map when it is ready, null when it is not. */
  onPicture?: (draw: DrawPicture | null) => void;
}

/** A choropleth of territories, drawn without any remote tile. Everything it says must stand in a list beside it. */
export function TerritoryMap(props: TerritoryMapProps) {
  const { t } = useTranslation('map');
  const holder = useRef<HTMLDivElement>(null);
  const { map, failed } = useMap(holder, props);
  usePaint(map, props);
  useMarks(map, props);
  usePicture(map, props);
  if (failed) return <EmptyState title={t('unavailable')}>{t('unavailableHelp')}</EmptyState>;
  return <div ref={holder} className={styles.map} role="region" aria-label={props.label} />;
}

/** Makes the map anew when its level or the theme changes, keeping where one looks. */
function useMap(holder: React.RefObject<HTMLDivElement | null>, props: TerritoryMapProps) {
  const { contours, level } = props;
  const theme = useShownTheme();
  const { t } = useTranslation('map');
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const view = useRef<{ center: [number, number]; zoom: number } | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!holder.current) return;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: holder.current,
        style: toMapStyle(contours, level, readColour),
        ...(view.current ?? { bounds: contours.bounds, fitBoundsOptions: { padding: 24 } }),
        minZoom: 5,
        maxZoom: 13,
        attributionControl: false,
        canvasContextAttributes: { preserveDrawingBuffer: true },
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        locale: {
          'NavigationControl.ZoomIn': t('zoomIn'),
          'NavigationControl.ZoomOut': t('zoomOut'),
        },
      });
    } catch {
      queueMicrotask(() => setFailed(true));
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.setMissingStyleImageResolver((id) => {
      if (id === HATCH) made.addImage(HATCH, drawHatch(readColour));
      if (id === DOTS) made.addImage(DOTS, drawDots(readColour));
    });
    listen(made, latest);
    const leave = latest.current.group?.add(made);
    made.once('load', () => setMap(made));
    return () => {
      leave?.();
      const { lng, lat } = made.getCenter();
      view.current = { center: [lng, lat], zoom: made.getZoom() };
      setMap(null);
      made.remove();
    };
  }, [holder, contours, level, theme, t]);
  return { map, failed };
}

function listen(map: MapLibre, latest: React.RefObject<TerritoryMapProps>): void {
  let hovered: string | null = null;
  const hover = (id: string | null) => {
    const { onHover, onSelect } = latest.current;
    if (id === hovered || !(onHover ?? onSelect)) return;
    if (hovered !== null) map.setFeatureState({ source: 'areas', id: hovered }, { hovered: false });
    if (id !== null) map.setFeatureState({ source: 'areas', id }, { hovered: true });
    hovered = id;
    map.getCanvas().style.cursor = id === null ? '' : 'pointer';
    onHover?.(id);
  };
  map.on('mousemove', 'areas', ({ features }) => hover((features?.[0]?.id as string | undefined) ?? null));
  map.on('mouseleave', 'areas', () => hover(null));
  map.on('click', ({ point }) => {
    const [area] = map.queryRenderedFeatures(point, { layers: ['areas'] });
    latest.current.onSelect?.((area?.id as string | undefined) ?? null);
  });
}

/** Paints classes, points, towns and the selection on a map that is ready. */
function usePaint(
  map: MapLibre | null,
  { classes, points, towns, selected, level }: TerritoryMapProps,
): void {
  useEffect(() => {
    if (!map) return;
    for (const [id, areaClass] of classes)
      map.setFeatureState({ source: 'areas', id }, { class: toClassNumber(areaClass) });
  }, [map, classes, level]);
  useEffect(() => {
    if (!map) return;
    void map.getSource<GeoJSONSource>('points')?.setData({
      type: 'FeatureCollection',
      features: (points ?? []).map(({ id, name, longitude, latitude, look = 'PLACE' }) => ({
        type: 'Feature',
        properties: { id, name, look },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    });
  }, [map, points]);
  useEffect(() => {
    if (!map) return;
    const markers = (towns ?? []).map(({ name, longitude, latitude }) => {
      const element = document.createElement('span');
      element.className = styles.town!;
      element.textContent = name;
      element.ariaHidden = 'true';
      return new Marker({ element, anchor: 'left' }).setLngLat([longitude, latitude]).addTo(map);
    });
    return () => markers.forEach((marker) => marker.remove());
  }, [map, towns]);
  useEffect(() => {
    if (!map || !selected) return;
    map.setFeatureState({ source: 'areas', id: selected }, { selected: true });
    return () => {
      if (map.getStyle()) map.setFeatureState({ source: 'areas', id: selected }, { selected: false });
    };
  }, [map, selected]);
}

/** Draws the marks, and looks where one is asked to. */
function useMarks(
  map: MapLibre | null,
  { marks, chosenMark = null, onMark, frame, contours }: TerritoryMapProps,
): void {
  useEffect(() => {
    if (!map || !marks) return;
    return drawMarks(map, marks, chosenMark, (id) => onMark?.(id));
  }, [map, marks, chosenMark, onMark]);
  useEffect(() => {
    if (!map || frame === undefined) return;
    map.fitBounds(frame ?? contours.bounds, { padding: 48, maxZoom: 10, animate: false });
  }, [map, frame, contours]);
}

/** Gives the one who asked a way to draw the map, for as long as it is there. */
function usePicture(map: MapLibre | null, { towns, onPicture }: TerritoryMapProps): void {
  useEffect(() => {
    if (!map || !onPicture) return;
    onPicture(() => drawMapPicture(map, towns ?? []));
    return () => onPicture(null);
  }, [map, towns, onPicture]);
}
