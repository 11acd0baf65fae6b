import type { Browser, Page } from 'playwright-core';
import { openPage, whenQuiet } from '../../client/tests/support/e2e/browser';
import { generateNetwork } from '../../server/analysis/network/generateNetwork';
import { createRandom, drawIndex } from '../../server/analysis/random';
import { printFigure, quantile } from './exploreFigures';

const screen = { viewport: { width: 1440, height: 900 }, reducedMotion: 'no-preference' } as const;
/** Actors of whom one step is asked. */
const expanded = [
  'ombelliscience',
  'univ-lille',
  'ineris',
  'univ-artois',
  'cpie-aisne',
  'forum-departemental',
];

/** Cytoscape keeps itself on its container. */
interface DrawnElement extends HTMLElement {
  _cyreg?: {
    cy: {
      nodes(): {
        length: number;
        map<T>(give: (node: { renderedPosition(): { x: number; y: number } }) => T): T[];
      };
      edges(): { length: number };
      on(event: 'render', listen: () => void): void;
    };
  };
}

/** A page of a desktop. What is run inside it was named by the transpiler, which needs its helper there. */
async function openScreen(browser: Browser): Promise<Page> {
  const { page } = await openPage(browser, screen);
  await page.addInitScript('globalThis.__name ??= (named) => named');
  return page;
}

/** The canvas stands still. */
async function settle(page: Page): Promise<void> {
  await page.locator('[data-settled] [role="img"]').first().waitFor({ timeout: 30_000 });
  await whenQuiet(page);
}

/** Milliseconds between the moment a hand reaches a button and the moment it presses. */
const reaching = 150;

/** A way to ask for one step from a chosen actor: what its button says, and whether one points at it before pressing. */
const presses = [
  { name: 'by a hand', says: 'Acteurs liés', isPointed: true },
  { name: 'at once, first step', says: 'Acteurs liés', isPointed: false },
  { name: 'at once, another step', says: 'Thèmes et sujets', isPointed: false },
] as const;

/** Times one step from actors, from the press to the end of the frame in which the new nodes are drawn. */
export async function measureExpansion(browser: Browser, url: string): Promise<void> {
  for (const { name, says, isPointed } of presses) {
    const times: number[] = [];
    const used: number[] = [];
    for (const id of expanded) {
      const page = await openScreen(browser);
      await page.goto(`${url}/explorer?depart=a~${id}&choisis=a~${id}`);
      const button = page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${says}`) });
      await button.waitFor({ timeout: 5000 }).catch(() => undefined);
      if (await button.isVisible()) {
        await settle(page);
        if (isPointed) {
          await button.hover();
          await page.waitForTimeout(reaching);
        }
        const before = await rendererTime(browser);
        times.push(await page.evaluate(timeExpansion, says));
        used.push((await rendererTime(browser)) - before);
      }
      await page.context().close();
    }
    const more = `${times.length} actors, slowest ${quantile(times, 1).toFixed(0)} ms; processor ${quantile(used, 0.5).toFixed(0)} ms`;
    printFigure(`expand to first paint of new nodes, ${name}, median`, quantile(times, 0.5), 200, more);
  }
}

async function timeExpansion(says: string): Promise<number> {
  const drawn = document.querySelector<DrawnElement>('[data-settled] [role="img"]')!;
  const button = [...document.querySelectorAll('aside button, [role="complementary"] button')].find((each) =>
    each.textContent?.startsWith(says),
  ) as HTMLButtonElement;
  const { cy } = drawn._cyreg!;
  const before = cy.nodes().length;
  const areDrawn = new Promise<void>((done) => {
    cy.on('render', () => cy.nodes().length > before && done());
  });
  const begin = performance.now();
  button.click();
  await areDrawn;
  // Of the frame in which they are drawn, the end: what was drawn is painted.
  await new Promise((done) => setTimeout(done, 0));
  return performance.now() - begin;
}

/**
 * On a canvas of 1,000 nodes and 3,000 edges, given to the page in place of the answer of the API: a layout from nothing, then
 * panning and zooming by hand.
 */
export async function measureLargeCanvas(browser: Browser, url: string): Promise<void> {
  const page = await openScreen(browser);
  const answer = JSON.stringify({ data: { canvas: largeCanvas() } });
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = async (...given) => {
      const response = await fetch(...given);
      if (String(given[1]?.body).includes('query ExploreCanvas')) {
        const marked = window as unknown as { answeredAt?: number };
        marked.answeredAt ??= performance.now();
      }
      return response;
    };
  });
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query ExploreCanvas')
      ? route.fulfill({ contentType: 'application/json', body: answer })
      : route.continue(),
  );
  await page.goto(`${url}/explorer?par=acteurs`);
  const before = await rendererTime(browser);
  const settled = await page.evaluate(timeSettled);
  const used = (await rendererTime(browser)) - before;
  printFigure(
    'fresh layout, answer to settled',
    settled.ms,
    1500,
    `${settled.nodes} nodes, ${settled.edges} edges; processor ${used.toFixed(0)} ms`,
  );
  await page.waitForTimeout(1000);
  for (const [name, move] of Object.entries({ panning, zooming })) await measureMove(page, name, move);
  await page.context().close();
}

async function timeSettled(): Promise<{ ms: number; nodes: number; edges: number }> {
  const marked = window as unknown as { answeredAt?: number };
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const core = () => document.querySelector<DrawnElement>('[data-settled] [role="img"]')?._cyreg?.cy;
  while (marked.answeredAt === undefined || !core()?.nodes().length) await frame();
  await frame();
  const [nodes, edges] = [core()!.nodes().length, core()!.edges().length];
  return { ms: performance.now() - marked.answeredAt, nodes, edges };
}

async function panning(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(findGround);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 120; step += 1)
    await page.mouse.move(x + 120 * Math.sin(step / 9), y - (step % 60), { steps: 1 });
  await page.mouse.up();
}

/** A place of the canvas far from every node, so that a press there takes hold of the ground. */
function findGround(): { x: number; y: number } {
  const drawn = document.querySelector<DrawnElement>('[data-settled] [role="img"]')!;
  const { left, top, width, height } = drawn.getBoundingClientRect();
  const nodes = drawn._cyreg!.cy.nodes().map((node) => node.renderedPosition());
  let best = { x: left, y: top, room: -1 };
  for (let x = 140; x < width - 140; x += 20)
    for (let y = 80; y < height - 80; y += 20) {
      const room = Math.min(...nodes.map((node) => Math.hypot(node.x - x, node.y - y)));
      if (room > best.room) best = { x: left + x, y: top + y, room };
    }
  return best;
}

/** Milliseconds on the processor of all that draws pages, threads included: other programs may share the machine. */
async function rendererTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return 1000 * processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' ? cpuTime : 0), 0);
}

async function zooming(page: Page): Promise<void> {
  await page.mouse.move(800, 450);
  for (let step = 0; step < 120; step += 1) await page.mouse.wheel(0, step % 40 < 20 ? -40 : 40);
}

/** Script a frame while the hand moves, by what Chromium counts. */
async function measureMove(page: Page, name: string, move: (page: Page) => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? NaN);
  };
  await page.evaluate(() => {
    const counted = window as unknown as { frames: number };
    counted.frames = 0;
    const next = () => {
      counted.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const [before, begin] = [await read(), performance.now()];
  await move(page);
  const elapsed = performance.now() - begin;
  const frames = await page.evaluate(() => (window as unknown as { frames: number }).frames);
  const script = (await read()) - before;
  printFigure(
    `${name}, script a frame`,
    script / frames,
    16,
    `${((1000 * frames) / elapsed).toFixed(0)} frames a second`,
  );
}

/** An invented network of 1,000 actors and 3,000 ties, as the API would show it. */
function largeCanvas(): object {
  const { actors, ties } = generateNetwork({ actorCount: 1000, tieCount: 3000, seed: 5 });
  const random = createRandom(3);
  const phaseNames = ['VALIDATION', 'FABRICATION', 'DIFFUSION'];
  const pairs = new Map(ties.map(({ a, b }) => [[a, b].sort().join(' '), { a, b }]));
  return {
    __typename: 'CanvasView',
    nodes: actors.map(({ id, family }, place) => ({
      __typename: 'CanvasNode',
      ...{ key: `a~${id}`, kind: 'ACTOR', id, label: `Acteur inventé ${place}`, acronym: null, sort: family },
      phases: [phaseNames[drawIndex(random, 3)]],
      ...{ latitude: null, longitude: null, place: null, step: 0, from: null, partners: 6, declared: true },
      ...{ community: drawIndex(random, 12), ways: [] },
    })),
    groups: [],
    edges: [...pairs.values()].map(({ a, b }) => ({
      __typename: 'CanvasEdge',
      ...{ source: `a~${a}`, target: `a~${b}`, relation: 'TIE', weight: 1, kinds: ['PARTNERSHIP'] },
      ...{ detail: null, firstYear: null, lastYear: null },
    })),
    ...{
      actorCount: 1000,
      hiddenByFilters: 0,
      hiddenByHand: 0,
      leftOut: [],
      nodesLeftOut: 0,
      edgesLeftOut: 0,
    },
    ...{ walkedActorIds: [], unknownKeys: [] },
  };
}
