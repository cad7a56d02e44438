import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite build playground/web`; with `vite playground/web` beside a running `npm start` for working on the page. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1000 },
  server: { host: '127.0.0.1', proxy: { '/playground': 'http://127.0.0.1:3000' } },
});
