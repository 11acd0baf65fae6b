import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

const root = resolve(__dirname);

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
    plugins: [react()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1100,
      rollupOptions: {
        input: { main: resolve(root, 'index.html'), graphiql: resolve(root, 'graphiql/index.html') },
      },
    },
    server: {
      proxy: Object.fromEntries(['/graphql', '/healthz', '/readyz'].map((path) => [path, api])),
    },
  };
});
