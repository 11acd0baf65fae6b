import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** One page: its address, and the module whose default export draws it, fetched when one first goes there. */
export interface PageRoute {
  path: string;
  load: () => Promise<{ default: ComponentType }>;
}

/** Every page of the application. Adding a page is one line here. */
export const pages: readonly PageRoute[] = [
  { path: '/', load: () => import('./features/home/Page') },
  { path: '/couverture', load: () => import('./features/coverage/Page') },
  { path: '/explorer', load: () => import('./features/explore/Page') },
  { path: '/partenaires', load: () => import('./features/partners/Page') },
  { path: '/acteurs/:id', load: () => import('./features/actor/Page') },
  { path: '/synergies', load: () => import('./features/synergies/Page') },
  { path: '/competences/:id', load: () => import('./features/competence/Page') },
  { path: '/themes/:id', load: () => import('./features/theme/Page') },
  { path: '/productions/:id', load: () => import('./features/production/Page') },
  { path: '/territoires/:code', load: () => import('./features/territory/Page') },
  { path: '/sources/:id', load: () => import('./features/source/Page') },
  { path: '/donnees', load: () => import('./features/data/Page') },
  { path: '*', load: () => import('./features/notFound/Page') },
];

/** Views that other sites may show in a page of theirs (`frame-ancestors` says which), without the frame. */
export const embeds: readonly PageRoute[] = [
  { path: '/embed/explorer', load: () => import('./features/explore/EmbedPage') },
];

/** The pages as the router wants them. */
export function toRoutes(list: readonly PageRoute[]): RouteObject[] {
  return list.map(({ path, load }) => ({
    path,
    lazy: async () => ({ Component: (await load()).default }),
  }));
}
