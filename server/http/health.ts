import { Router } from 'express';

/**
 * Two probes: `/healthz` answers 200 as long as the process lives; `/readyz` answers 200 when the database answers
 * and 503 while it does not, within two seconds in both cases.
 *
 * @param isReady whether requests can be served now; must settle within two seconds.
 */
export function healthRoutes(isReady: () => Promise<boolean>): Router {
  const router = Router();
  router.use(['/healthz', '/readyz'], (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  router.get('/readyz', async (_req, res) => {
    const ready = await isReady();
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'database away' });
  });
  return router;
}
