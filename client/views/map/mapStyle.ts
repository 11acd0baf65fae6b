import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { ReadColour } from '../../lib/themeColours';
import type { Contours, ContourLevel } from './contours';
import { CROSSED_FROM, crossedColours } from './crossedColours';

/** Class of an area on the map: 0 to 4 for a figure, {@link CROSSED_FROM} and the eight after it for two figures crossed, or what there is instead of one; `SAME` where nothing changes. */
export type AreaClass = number | 'NOTHING' | 'SAME' | 'UNKNOWN';

/** Number that stands for a class in the state of a feature. */
export function toClassNumber(areaClass: AreaClass): number {
  return typeof areaClass === 'number' ? areaClass : { NOTHING: -1, UNKNOWN: -2, SAME: -3 }[areaClass];
}

/** Colours of the classes and of what has no figure, as they show in the theme of the moment. */
export function classColours(read: ReadColour): Record<string, string> {
  return {
    '-2': read('hatch-ground'),
    '-1': read('diverging-1'),
    '-3': read('diverging-3'),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((c) => [c, read(`sequential-${c + 1}`)])),
    ...Object.fromEntries(crossedColours(read).map((colour, k) => [CROSSED_FROM + k, colour])),
  };
}

/** An area that was not painted yet: plain ground, for it is neither unknown nor without anything. */
const NOT_YET = -4;
const classOf: ExpressionSpecification = ['coalesce', ['feature-state', 'class'], NOT_YET];
const look: ExpressionSpecification = ['get', 'look'];
const isMarked = (state: string): ExpressionSpecification => ['boolean', ['feature-state', state], false];

/** Name of the pattern of what is unknown. */
export const HATCH = 'hatch';

/** The pattern of what is unknown: oblique lines, as pixels. */
export function drawHatch(read: ReadColour): ImageData {
  const size = 12;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  context.fillStyle = read('hatch-ground');
  context.fillRect(0, 0, size, size);
  context.strokeStyle = read('hatch-line');
  context.lineWidth = 2;
  for (const from of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(from - 1, size + 1);
    context.lineTo(from + size + 1, -1);
    context.stroke();
  }
  return context.getImageData(0, 0, size, size);
}

/** Name of the pattern of what no contour covers. */
export const DOTS = 'dots';

/** The pattern of what no contour covers: dots, which no one takes for the lines of what is unknown. */
export function drawDots(read: ReadColour): ImageData {
  const size = 10;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  context.fillStyle = read('sunken');
  context.fillRect(0, 0, size, size);
  context.fillStyle = read('hatch-line');
  for (const [x, y] of [
    [2.5, 2.5],
    [7.5, 7.5],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 1.2, 0, 2 * Math.PI);
    context.fill();
  }
  return context.getImageData(0, 0, size, size);
}

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
      gaps: { type: 'geojson', data: contours.gaps },
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
        id: 'hatching',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-pattern': HATCH, 'fill-opacity': ['case', ['==', classOf, -2], 1, 0] },
      },
      { id: 'gaps', type: 'fill', source: 'gaps', paint: { 'fill-pattern': DOTS } },
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
          'circle-color': ['match', look, 'ADDED', read('danger'), 'PROPOSED', read('paper'), read('ink')],
          'circle-radius': [
            'interpolate',
            ['linear'],
            ['zoom'],
            6,
            ['match', look, 'PLACE', 2, 6],
            10,
            ['match', look, 'PLACE', 5, 10],
          ],
          'circle-stroke-color': ['match', look, 'PROPOSED', read('danger'), read('paper')],
          'circle-stroke-width': ['match', look, 'PROPOSED', 3, 1.2],
        },
      },
    ],
  };
}

function toFillColour(read: ReadColour): ExpressionSpecification {
  return [
    'match',
    classOf,
    ...Object.entries(classColours(read)).flatMap(([c, colour]) => [Number(c), colour]),
    read('surface'),
  ] as never;
}
