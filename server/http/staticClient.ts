import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { Router } from 'express';

const year = 365 * 24 * 60 * 60;

/**
 * Serves the built client: hashed files under `/assets` and `/graphiql/assets` for a year, everything else to be asked again, and the page
 * of the application for every address that a browser navigates to.
 *
 * `/graphiql` has a page of its own. An address with an extension, or asked for by a program, is 404 when missing:
 * a script tag never receives a page.
 *
 * @param clientFolder where the build is; when it has no `index.html`, every page answers 404 with one sentence.
 */
export function staticClient(clientFolder: string): Router {
  const router = Router();
  const page = join(clientFolder, 'index.html');
  const graphiqlPage = join(clientFolder, 'graphiql', 'index.html');
  const send = (file: string) => ({ file, headers: { 'Cache-Control': 'no-cache' } });

  router.use(compression());
  serveHashedFiles(router, clientFolder);
  router.get(/^\/graphiql\/?$/, (_req, res, next) => {
    if (!existsSync(graphiqlPage)) return next();
    const { file, headers } = send(graphiqlPage);
    res.sendFile(file, { headers });
  });
  router.use(
    express.static(clientFolder, {
      index: false,
      redirect: false,
      setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get('/{*path}', (req, res, next) => {
    const isPage = !/\.[a-z0-9]+$/i.test(req.path) && req.accepts(['html', 'json']) === 'html';
    if (!isPage) return next();
    if (!existsSync(page)) {
      return void res
        .status(404)
        .type('text')
        .send('The client is not built here: run npm start, or npm run dev.');
    }
    const { file, headers } = send(page);
    res.sendFile(file, { headers });
  });
  return router;
}

function serveHashedFiles(router: Router, clientFolder: string): void {
  for (const folder of ['assets', join('graphiql', 'assets')]) {
    const files = express.static(join(clientFolder, folder), {
      immutable: true,
      maxAge: year * 1000,
      index: false,
      redirect: false,
    });
    router.use(`/${folder}`, files, (_req, res) => {
      res.status(404).type('text').send('Not found');
    });
  }
}
