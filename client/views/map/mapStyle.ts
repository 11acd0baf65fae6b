import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { ReadColour } from '../../lib/themeColours';
import type { Contours, ContourLevel } from './contours';

/** Class of an area on the map: 0 to 4 for a figure, or what there is instead of one. */
export type AreaClass = number | 'NOTHING' | 'UNKNOWN';

/** Number that stands for a class in the state of a feature. */
export function toClassNumber(areaClass: AreaClass): number {
  return areaClass === 'NOTHING' ? -1 : areaClass === 'UNKNOWN' ? -2 : areaClass;
}

/** Colours of the five classes and of what has no figure, as they show in the theme of the moment. */
export function classColours(read: ReadColour): Record<string, string> {
  return {
    '-2': read('hatch-ground'),
    '-1': read('diverging-1'),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((c) => [c, read(`sequential-${c + 1}`)])),
  };
}

const classOf: ExpressionSpecification = ['coalesce', ['feature-state', 'class'], -2];
const isMarked = (state: string): ExpressionSpecification => ['boolean', ['feature-state', state], false];

/** A style without any remote tile, glyph or sprite: areas, borders, points. */
export function toMapStyle(contours: Contours, level: ContourLevel, read: ReadColour): StyleSpecification {
  const border = (id: string, width: number, opacity: number): LayerSpecification => ({
    id,
    type: 'line',
    source: id,
    paint: {
      'line-color': read('ink'),
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, width, 11, width * 3],
      'line-opacity': opacity,
    },
  });
  const lines = (geometry: Contours['epciBorders']) => ({ type: 'geojson' as const, data: geometry });
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: contours.areas[level], promoteId: 'id' },
      epci: lines(contours.epciBorders),
      department: lines(contours.departmentBorders),
      points: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, promoteId: 'id' },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': read('sunken') } },
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-color': toFillColour(read), 'fill-antialias': true },
      },
      {
        id: 'area-lines',
        type: 'line',
        source: 'areas',
        paint: {
          'line-color': read('paper'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, level === 'COMMUNE' ? 0.15 : 0.8, 11, 1.2],
        },
      },
      border('epci', 0.4, 0.28),
      border('department', 1.1, 0.6),
      {
        id: 'marked',
        type: 'line',
        source: 'areas',
        paint: {
          'line-color': read('ink'),
          'line-width': ['case', isMarked('selected'), 3.5, isMarked('hovered'), 2, 0],
        },
      },
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        paint: {
          'circle-color': read('ink'),
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 2, 10, 5],
          'circle-stroke-color': read('paper'),
          'circle-stroke-width': 1.2,
        },
      },
    ],
  };
}

function toFillColour(read: ReadColour): ExpressionSpecification {
  const { '-2': unknown, ...rest } = classColours(read);
  return [
    'match',
    classOf,
    ...Object.entries(rest).flatMap(([c, colour]) => [Number(c), colour]),
    unknown,
  ] as never;
}
