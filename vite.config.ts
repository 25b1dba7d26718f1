import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

/** Modules that the start and lazy parts of the page share, as far as the start needs them. */
const SHARED = new RegExp(
  [
    'src/state/(?!lessons|links|offline|open-place|examples|earlier-works|keep-earlier|work-title|ask-editor|ask-trace|live|background-analysis|keep-tests|fix-effect|read-curl|abandoned-work)',
    'src/views/shell/resolved-theme',
    'src/share/(link-fragment|looks-storage|saved-work|tab-slot)\\.',
    'src/core/(ids|profile)/',
    'src/core/ir/(read-url|same-data)',
    'src/core/text/(line-map|place-in-document)',
    'src/views/ui/(?!rules|rule-popover|rule-card|texts/zh|dialog-frame|copy-button|use-copying|outcome-words|change-item|fix-panel|analysis-progress)',
    'node_modules/zustand/',
    'lucide-react/.*/createLucideIcon',
    'lucide-react/.*/(plus|minus|x|check|circle-check|arrow-right|info|triangle-alert|triangle-exclamation-point)\\.',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]'),
);

/** Returns the name of a chunk, with the language in front where its texts are of one: `zh-hans-messages-HASH.js`. */
function nameWithLanguage({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  const language = /\/explain\/(zh-han[st])\//.exec(facadeModuleId ?? '')?.[1];
  return language === undefined ? 'assets/[name]-[hash].js' : `assets/${language}-[name]-[hash].js`;
}

export default defineConfig({
  base: './',
  plugins: [react(), devContentSecurityPolicy()],
  resolve: {
    alias: {
      // monaco-worker-manager (under monaco-yaml) imports a path that monaco-editor no longer exports.
      'monaco-editor/esm/vs/editor/editor.worker.js': 'monaco-editor/editor/editor.worker',
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { chunkFileNames: nameWithLanguage } } },
  build: {
    // Several checkouts of one folder can build side by side when each names its own target.
    outDir: process.env.GAMMASCOPE_DIST ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Read by the bench: which chunks the first answer, the editor and the workers need.
    manifest: true,
    modulePreload: { polyfill: false },
    // Monaco alone is larger than the default warning; it is loaded lazily.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Without a shared chunk of its own, React could end up inside a lazy chunk and drag it into the first load.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What the page starts with and its lazy parts share: in one chunk it packs better than in a dozen.
            { name: 'shared', test: SHARED },
          ],
        },
      },
    },
  },
});
