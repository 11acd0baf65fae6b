import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Directives = Record<string, string[]>;

/**
 * Hash of the one style element that Cytoscape writes into the page (a `position: relative` on its container),
 * so that it need not be allowed by allowing every inline style.
 */
const cytoscapeStyle = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='";

const page: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", cytoscapeStyle],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  // fflate compresses a large workbook in a worker that the page makes of its own code.
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** GraphiQL's menus measure themselves with style elements of their own, hence inline styles on that page only. */
const graphiql: Directives = {
  ...page,
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
};

function headers(directives: Directives, framed: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: framed ? false : { action: 'deny' },
  });
}

/**
 * Middleware that sets the security headers of every answer: a content security policy without inline script nor
 * remote origin, no sniffing, no framing.
 *
 * Two places differ: `/graphiql` may have inline styles; `/embed` may be framed, by the origins given and no other.
 *
 * @param embedAncestors sources of `frame-ancestors` for `/embed`: origins, `'self'` or `'none'`; at least one.
 */
export function securityHeaders(embedAncestors: readonly string[]): RequestHandler {
  const anyPage = headers(page, false);
  const graphiqlPage = headers(graphiql, false);
  const embedPage = headers(
    { ...page, 'frame-ancestors': [...embedAncestors] },
    embedAncestors.some((source) => source !== "'none'"),
  );
  return (req, res, next) => {
    const [, first] = req.path.split('/');
    const chosen = first === 'graphiql' ? graphiqlPage : first === 'embed' ? embedPage : anyPage;
    chosen(req, res, next);
  };
}
