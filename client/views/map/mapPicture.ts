import type { Map as MapLibre } from 'maplibre-gl';
import { readColour } from '../../lib/themeColours';
import type { MapPoint } from './TerritoryMap';

/** The map as it stands, with the names of its towns, on a canvas of as many pixels as the screen gives it. */
export function drawMapPicture(map: MapLibre, towns: readonly MapPoint[]): HTMLCanvasElement {
  const source = map.getCanvas();
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(source, 0, 0);
  const ratio = source.width / source.clientWidth;
  context.scale(ratio, ratio);
  context.font = `500 13px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = readColour('paper');
  context.fillStyle = readColour('ink');
  for (const { name, longitude, latitude } of towns) {
    const { x, y } = map.project([longitude, latitude]);
    context.strokeText(name, x + 8, y);
    context.fillText(name, x + 8, y);
  }
  return canvas;
}
