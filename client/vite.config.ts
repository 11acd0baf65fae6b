import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, loadEnv, type Plugin } from 'vite';
import { questionsPlugin } from './questionsPlugin';

const root = resolve(__dirname);

/** Builds GraphiQL, a page of its own, once the application is built. */
const graphiql: Plugin = {
  name: 'graphiql',
  apply: 'build',
  async closeBundle() {
    await build({ configFile: resolve(root, 'graphiql/vite.config.ts'), logLevel: 'error' });
  },
};

/**
 * Builds the client to `client/dist` and serves it in development.
 *
 * Nothing is inlined (no script, no style, no `data:` font), so that the page lives under a strict content
 * security policy. In development, requests for the API are passed on to the server of `PORT` (4000).
 */
export default defineConfig(({ mode }) => {
  const port = loadEnv(mode, root, '')['PORT'] ?? '4000';
  const api = `http://127.0.0.1:${port}`;
  return {
    root,
    plugins: [react(), questionsPlugin(root), graphiql],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      modulePreload: { polyfill: false },
      // MapLibre alone is over a megabyte; it comes with the first map, never with the first page.
      chunkSizeWarningLimit: 1400,
    },
    server: {
      // Whole first words only: `/graphql/generated/…` are modules of the client.
      proxy: {
        '^/graphql(\\?|$)': api,
        '^/(contours|coverage|export|import|healthz|readyz)([/?]|$)': api,
      },
    },
  };
});
