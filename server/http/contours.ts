import { join } from 'node:path';
import compression from 'compression';
import { Router } from 'express';

const territories = join(__dirname, '..', '..', 'seeds', 'territories');
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Serves the contours of territories, `/<region>.topojson`, for maps drawn without remote tiles. */
export function contours(): Router {
  const router = Router();
  router.use(compression());
  router.get('/:file', (req, res, next) => {
    if (!/^[a-z-]+\.topojson$/.test(req.params.file)) return next();
    res.type('application/json');
    res.sendFile(
      req.params.file,
      { root: territories, maxAge: dayInMilliseconds },
      (error) => error && next(),
    );
  });
  return router;
}
