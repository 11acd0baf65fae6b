import type { ReadColour } from '../../lib/themeColours';
import { GAPS_TOKEN, type LegendLine } from './useLegendLines';

/** What a printed map says. */
export interface MapSheet {
  title: string;
  lead: string;
  /** One a measure; a single one when two are crossed. */
  legends: readonly { title: string; lines: readonly (LegendLine & { counted: string })[] }[];
  /** Formula, sources, date: a paragraph each. */
  notes: readonly string[];
  /** One map, or two that stand side by side. */
  pictures: readonly HTMLCanvasElement[];
}

/** A4 lying down, at 150 dots an inch. */
const [WIDTH, HEIGHT, MARGIN, SIDE] = [1754, 1240, 70, 470];

/** Draws a sheet: title, map, legend with counts, formula, sources and date. */
export function drawMapSheet(sheet: MapSheet, read: ReadColour, font: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d')!;
  context.fillStyle = read('paper');
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const write = createWriter(context, read, font);
  let y = write(sheet.title, MARGIN, MARGIN + 34, WIDTH - 2 * MARGIN, 40, 'ink', 600);
  y = write(sheet.lead, MARGIN, y + 12, WIDTH - 2 * MARGIN, 24, 'ink-soft');
  const top = y + 10;
  const [boxWidth, boxHeight] = [WIDTH - 3 * MARGIN - SIDE, HEIGHT - top - MARGIN];
  const titles = sheet.pictures.length > 1 ? sheet.legends.map(({ title }) => title) : [];
  const box = { x: MARGIN, y: titles.length > 0 ? top + 60 : top, width: boxWidth };
  drawPictures(context, sheet.pictures, { ...box, height: boxHeight - (box.y - top) });
  const share = boxWidth / Math.max(1, titles.length);
  titles.forEach((title, k) => write(title, MARGIN + k * share, top + 22, share - 12, 20, 'ink', 600));
  const left = WIDTH - MARGIN - SIDE;
  let at = top + 24;
  for (const { title, lines } of sheet.legends) {
    at = write(title, left, at, SIDE, 24, 'ink', 600) + 8;
    for (const line of lines) {
      context.fillStyle = line.colour ?? read(line.token === GAPS_TOKEN ? 'sunken' : line.token);
      context.fillRect(left, at - 20, 40, 24);
      context.strokeStyle = read('line-strong');
      context.strokeRect(left, at - 20, 40, 24);
      if (line.token === 'hatch-ground') hatch(context, left, at - 20, read('hatch-line'));
      if (line.token === GAPS_TOKEN) dot(context, left, at - 20, read('hatch-line'));
      at = write(`${line.label} — ${line.counted}`, left + 54, at, SIDE - 54, 21, 'ink') + 4;
    }
    at += 14;
  }
  at += 6;
  for (const note of sheet.notes) at = write(note, left, at, SIDE, 17, 'ink-soft') + 7;
  return canvas;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws maps side by side, each as large as its share of the box allows. */
function drawPictures(
  context: CanvasRenderingContext2D,
  pictures: readonly HTMLCanvasElement[],
  { x, y, width, height }: Box,
): void {
  const share = (width - 12 * (pictures.length - 1)) / pictures.length;
  pictures.forEach((picture, k) => {
    const scale = Math.min(share / picture.width, height / picture.height);
    context.drawImage(picture, x + k * (share + 12), y, picture.width * scale, picture.height * scale);
  });
}

function createWriter(context: CanvasRenderingContext2D, read: ReadColour, font: string) {
  return (text: string, x: number, y: number, width: number, size: number, token: string, weight = 400) => {
    context.font = `${weight} ${size}px ${font}`;
    context.fillStyle = read(token);
    let line = '';
    let at = y;
    for (const word of text.split(' ').flatMap((each) => each.match(/.{1,48}/gs) ?? [''])) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && context.measureText(longer).width > width) {
        context.fillText(line, x, at);
        at += size * 1.3;
        line = word;
      } else line = longer;
    }
    context.fillText(line, x, at);
    return at + size * 1.3;
  };
}

function dot(context: CanvasRenderingContext2D, left: number, top: number, colour: string): void {
  context.fillStyle = colour;
  for (let x = 4; x < 40; x += 8)
    for (let y = 4; y < 24; y += 8) {
      context.beginPath();
      context.arc(left + x, top + y, 1.6, 0, 2 * Math.PI);
      context.fill();
    }
}

function hatch(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(x, y, 40, 24);
  context.clip();
  context.strokeStyle = colour;
  for (let from = -24; from < 40; from += 8) {
    context.beginPath();
    context.moveTo(x + from, y + 24);
    context.lineTo(x + from + 24, y);
    context.stroke();
  }
  context.restore();
}
