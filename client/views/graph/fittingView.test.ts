import { fittingView, frameOf, type Frame, type Size, type Viewport } from './fittingView';

const screen = { width: 1000, height: 700 };
/** Where the frame stands on screen. */
const onScreen = ({ left, top, right, bottom }: Frame, { zoom, pan }: Viewport): Frame => ({
  left: left * zoom + pan.x,
  right: right * zoom + pan.x,
  top: top * zoom + pan.y,
  bottom: bottom * zoom + pan.y,
});
const isClearOf = ({ left, bottom }: Frame, corner: Size) =>
  left >= corner.width || bottom <= screen.height - corner.height;

test('the frame of nodes holds their sides, and nothing has none', () => {
  expect(frameOf([])).toBeNull();
  expect(
    frameOf([
      { x: 0, y: 0, width: 10, height: 20 },
      { x: 100, y: 50, width: 30, height: 10 },
    ]),
  ).toEqual({ left: -5, top: -10, right: 115, bottom: 55 });
});

test('few nodes are not blown up, and stand in the middle', () => {
  const view = fittingView({ left: 0, top: 0, right: 20, bottom: 20 }, screen);
  expect(view.zoom).toBe(1.15);
  expect(10 * view.zoom + view.pan.x).toBeCloseTo(500);
  expect(10 * view.zoom + view.pan.y).toBeCloseTo(350);
});

test.each([
  ['wide', { left: -900, top: -100, right: 900, bottom: 100 }],
  ['tall', { left: -100, top: -900, right: 100, bottom: 900 }],
  ['square', { left: -900, top: -900, right: 900, bottom: 900 }],
])('a %s frame is seen whole, clear of what lies over the corner', (_name, frame) => {
  const corner = { width: 290, height: 240 };
  const seen = onScreen(frame, fittingView(frame, screen, corner));
  expect(isClearOf(seen, corner)).toBe(true);
  expect(seen.left).toBeGreaterThanOrEqual(0);
  expect(seen.right).toBeLessThanOrEqual(screen.width);
  expect(seen.top).toBeGreaterThanOrEqual(0);
  expect(seen.bottom).toBeLessThanOrEqual(screen.height);
});

test('what would lie under the corner is moved clear of it, no smaller than need be', () => {
  const [frame, corner] = [
    { left: -900, top: -900, right: 900, bottom: 900 },
    { width: 290, height: 40 },
  ];
  const plain = fittingView(frame, { width: 760, height: 700 });
  const clear = fittingView(frame, { width: 760, height: 700 }, corner);
  expect(onScreen(frame, plain).bottom).toBeGreaterThan(700 - corner.height - 44);
  expect(onScreen(frame, clear).bottom).toBeLessThanOrEqual(700 - corner.height);
  expect(clear.zoom).toBeGreaterThan(0.9 * plain.zoom);
});
