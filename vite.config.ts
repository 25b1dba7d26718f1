import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withoutDescriptions } from './scripts/descriptions.mjs';

/** `vite dev` injects an inline script and a websocket; only there the page's policy is widened for them. */
function devContentSecurityPolicy(): Plugin {
  return {
    name: 'dev-content-security-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws: wss:"),
  };
}

/**
 * A chunk has the modules that match and all that they import. Without these groups the modules that the start
 * and the lazy parts share would be in a dozen small chunks, which are larger together.
 */
const FIRST_OF_PAGE = /src[\\/](views[\\/]shell[\\/]app|state[\\/](engine|persistence|places))\.tsx?$/;
const FIRST_OF_WORKER =
  /src[\\/]core[\\/](pipeline|answers[\\/]page-first-view|explain[\\/](explain-trace|languages))\.ts/;

/**
 * Leaves the descriptions of fields out of the workers. Only the editor shows them, and it runs in the page
 * (field-docs/json-schema.ts). They are a third of the schemas after gzip.
 */
function workersWithoutDescriptions(): Plugin {
  return {
    name: 'without-descriptions',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /src[\\/]core[\\/]resource[\\/].*\.ts$/ },
      handler: (code) => ({ code: withoutDescriptions(code), map: null }),
    },
  };
}

/** Parts that every visitor sees. What they import is fetched together with them. */
const SEEN_FIRST = /assets[\\/](graph|full-editor|editor-view)-/;

/**
 * Returns the chunks that are fetched together with a chunk. The page has their names in the first download, and
 * the names of all lazy parts would be 2 kB of it. A part that is opened by a click fetches them one step later.
 */
function fetchedTogether(
  file: string,
  imports: string[],
  { hostType }: { readonly hostType: 'html' | 'js' },
): string[] {
  return hostType === 'html' || SEEN_FIRST.test(file) ? imports : [];
}

/** Returns the name of a chunk, with the language in front where its texts are of one: `zh-hans-messages-HASH.js`. */
function nameWithLanguage({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  const language = /\/explain\/(zh-han[st])\//.exec(facadeModuleId ?? '')?.[1];
  return language === undefined ? 'assets/[name]-[hash].js' : `assets/${language}-[name]-[hash].js`;
}

export default defineConfig({
  base: './',
  plugins: [react(), devContentSecurityPolicy()],
  resolve: {
    alias: [
      {
        // monaco-worker-manager (under monaco-yaml) imports a path that monaco-editor no longer exports.
        find: 'monaco-editor/esm/vs/editor/editor.worker.js',
        replacement: 'monaco-editor/editor/editor.worker',
      },
      {
        // The icons of lucide-react import this to draw themselves.
        find: /^\.\.\/createLucideIcon\.mjs$/,
        replacement: fileURLToPath(new URL('src/views/ui/light-icon.ts', import.meta.url)),
      },
    ],
  },
  worker: {
    format: 'es',
    plugins: () => [workersWithoutDescriptions()],
    rolldownOptions: {
      output: {
        chunkFileNames: nameWithLanguage,
        codeSplitting: { groups: [{ name: 'core', test: FIRST_OF_WORKER }] },
        // Vite sets this for the page alone. Otherwise the marks for the bundler remain in the workers.
        comments: false,
      },
    },
  },
  build: {
    // Several checkouts of one folder can build side by side when each names its own target.
    outDir: process.env.GAMMASCOPE_DIST ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Read by the bench: which chunks the first answer, the editor and the workers need.
    manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: fetchedTogether },
    // Monaco alone is larger than the default warning; it is loaded lazily.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Without a shared chunk of its own, React could end up inside a lazy chunk and drag it into the first load.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'page', test: FIRST_OF_PAGE },
          ],
        },
      },
    },
  },
});
