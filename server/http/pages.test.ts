import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import express from 'express';
import pino from 'pino';
import { httpErrors, notFound } from './httpErrors';
import { requestIds } from './requestIds';
import { securityHeaders } from './securityHeaders';
import { staticClient } from './staticClient';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('pages', () => {
  let folder: string;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, 'graphiql', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<title>application</title>');
    writeFileSync(join(folder, 'graphiql', 'index.html'), '<title>graphiql</title>');
    writeFileSync(join(folder, 'assets', 'main-abc.js'), `// ${'long '.repeat(1000)}`);
    writeFileSync(join(folder, 'maillage.svg'), '<svg/>');
    const app = express();
    app.use(requestIds(), securityHeaders(["'self'", 'https://example.org']));
    app.get('/broken', () => {
      throw new Error('secret');
    });
    app.use(staticClient(folder), notFound(), httpErrors(pino({ level: 'silent' })));
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const get = async (path: string, headers: Record<string, string> = html) => {
    const response = await fetch(origin + path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it.each(['/', '/acteurs/xperium', '/couverture?audience=ALL', '/embed/couverture', '/territoires/80021'])(
    'gives the application at %s, asked for again each time',
    async (path) => {
      const { status, headers, text } = await get(path);
      expect([status, text]).toEqual([200, '<title>application</title>']);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-type')).toContain('text/html');
    },
  );

  it.each(['/graphiql', '/graphiql/'])('gives GraphiQL at %s', async (path) => {
    expect((await get(path)).text).toBe('<title>graphiql</title>');
  });

  it('keeps hashed files for a year, compressed', async () => {
    const { status, headers } = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip' });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect((await get('/maillage.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/gone-123.js', '/graphiql/assets/gone.css', '/favicon.ico', '/acteurs/photo.png'])(
    'never gives a page in place of the missing file %s',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, text: 'Not found' });
    },
  );

  it('gives no page to a program, nor to a write', async () => {
    expect((await get('/acteurs/xperium', { accept: 'application/json' })).status).toBe(404);
    expect((await fetch(`${origin}/acteurs`, { method: 'POST', headers: html })).status).toBe(404);
  });

  it('does not serve what is outside its folder', async () => {
    expect((await get('/..%2f..%2fetc%2fpasswd')).text).not.toContain('root:');
    expect((await get('/assets/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
  });

  it('masks a fault', async () => {
    const { status, text, headers } = await get('/broken');
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(text).toContain(headers.get('x-request-id'));
  });

  it('allows no inline script anywhere, inline styles in GraphiQL only, and frames in /embed only', async () => {
    const policies = Object.fromEntries(
      await Promise.all(
        ['/', '/graphiql', '/embed/couverture', '/graphiqlish'].map(
          async (path) => [path, (await get(path)).headers.get('content-security-policy') ?? ''] as const,
        ),
      ),
    );
    for (const policy of Object.values(policies)) {
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe-eval|https?:\/\/(?!example\.org)/);
    }
    const inline = Object.keys(policies).filter((path) => policies[path]?.includes("'unsafe-inline'"));
    expect(inline).toEqual(['/graphiql']);
    const framed = Object.keys(policies).filter(
      (path) => !policies[path]?.includes("frame-ancestors 'none'"),
    );
    expect(framed).toEqual(['/embed/couverture']);
    expect(policies['/embed/couverture']).toContain("frame-ancestors 'self' https://example.org");
    expect((await get('/')).headers.get('x-frame-options')).toBe('DENY');
    expect((await get('/embed/x')).headers.get('x-frame-options')).toBeNull();
    expect((await get('/')).headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('/')).headers.get('x-powered-by')).toBeNull();
  });

  it('allows the style element of Cytoscape as the installed version writes it', async () => {
    const source = readFileSync(require.resolve('cytoscape'), 'utf8');
    const name = /className = '(__________cytoscape_container)'/.exec(source)?.[1] ?? '';
    expect(source).toContain("stylesheet.textContent = '.' + className + ' { position: relative; }';");
    const hash = createHash('sha256').update(`.${name} { position: relative; }`).digest('base64');
    expect((await get('/')).headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  });
});
