import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium: CHROMIUM_PATH when given, else the first one of the PATH.
 * @throws Error that says what to install.
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = given
    ? [given]
    : [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  const found = places.find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium was found: install one, or give its path with CHROMIUM_PATH.');
  return found;
}

/** Requests of a page that are under way. */
const underWay = new WeakMap<Page, Set<Request>>();

/**
 * Waits until nothing that the page asked for is under way, and nothing has been asked for half a second. Scripts of workers are not
 * counted: the browser does not tell the end of one whose worker was stopped meanwhile, so that its own idea of quiet may never come.
 */
export async function whenQuiet(page: Page, { timeout = 30_000 } = {}): Promise<void> {
  const asked = underWay.get(page);
  if (!asked) throw new Error('This page was not opened by openPage.');
  const end = performance.now() + timeout;
  for (let since = performance.now(); performance.now() - since < 500; await sleep(25)) {
    if (asked.size > 0) since = performance.now();
    if (performance.now() > end)
      throw new Error(`Still under way: ${[...asked].map((each) => each.url()).join(', ')}`);
  }
}

function follow(page: Page): void {
  const asked = new Set<Request>();
  underWay.set(page, asked);
  page.on('request', (request) => {
    if (!/worker/.test(request.url())) asked.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => asked.delete(request));
}

/** Starts a browser without a window; close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    // Maps are drawn in WebGL, also where there is no graphics card.
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  });
}

/** A page, and what went wrong in it. */
export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the console, exceptions nobody caught, blocked by the content security policy, requests that failed. */
  readonly problems: readonly string[];
}

/**
 * Opens a page in a context of its own: French and a desktop screen unless told otherwise, motion reduced so that nothing has
 * to be waited for but content. Close `context` when done.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  follow(page);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A question that the page no longer asks is cancelled, which is no failure.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${reason}`);
  });
  return { context, page, problems };
}
