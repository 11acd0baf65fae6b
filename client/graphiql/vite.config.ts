import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Builds GraphiQL to `client/dist/graphiql`, apart from the application: built together they would share chunks, and the
 * first page of the application would carry the parts of graphql-js that only GraphiQL uses.
 */
export default defineConfig({
  root: resolve(__dirname),
  base: '/graphiql/',
  plugins: [react()],
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1100,
  },
});
