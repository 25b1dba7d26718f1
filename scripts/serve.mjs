// Serves the built page: `node scripts/serve.mjs [--port N]`. Port 0 selects any free port.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createGzip } from 'node:zlib';
import { ROOT } from './fingerprint.mjs';

/** The folder of the production build. */
export const DIST = resolve(ROOT, process.env.GAMMASCOPE_DIST ?? 'dist');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Returns the file of a request path. Returns undefined when the path leaves the folder or names no file. */
function fileFor(url, folder) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  let file = resolve(folder, `.${path}`);
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  if (path.endsWith('/')) file = join(file, 'index.html');
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  } catch {
    // A name that the file system refuses, for example because it is too long, names no file.
    return undefined;
  }
}

/** Headers of every answer, for policies that the page's own Content-Security-Policy cannot express. */
const SECURITY = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Returns the header of a URL that controls framing. Other sites may embed only the view that is made for
 * frames.
 */
function framing(url) {
  const isEmbedded = new URLSearchParams(url.split('#', 1)[0].split('?')[1] ?? '').get('view') === 'embed';
  return { 'Content-Security-Policy': `frame-ancestors ${isEmbedded ? '*' : "'self'"}` };
}

/** Files whose names change with their content. */
const IMMUTABLE = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/;
const COMPRESSED = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.md',
  '.yaml',
]);

/** Answers one request with a file of a folder, by default the build. An error is also an answer. */
export function serveFile(request, response, folder = DIST) {
  try {
    answer(request, response, folder);
  } catch (error) {
    process.stderr.write(`gammascope: ${request.method} ${JSON.stringify(request.url)}: ${error.message}\n`);
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { ...SECURITY, 'Content-Type': 'text/plain; charset=utf-8' }).end('Fault\n');
  }
}

function answer(request, response, folder) {
  const plain = (status, text) => {
    response
      .writeHead(status, { ...SECURITY, ...framing(''), 'Content-Type': 'text/plain; charset=utf-8' })
      .end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET and HEAD');
  const file = fileFor(request.url ?? '/', folder);
  if (!file) return plain(404, 'Not found');
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`;
  const extension = extname(file).toLowerCase();
  const isCompressed = COMPRESSED.has(extension);
  const headers = {
    ...SECURITY,
    ...framing(request.url ?? '/'),
    // The browser validates its copy each time, unless the name changes with the content.
    'Cache-Control': IMMUTABLE.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    ...(isCompressed ? { Vary: 'Accept-Encoding' } : {}),
  };
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  const type = TYPES[extension] ?? 'application/octet-stream';
  const isPacked = isCompressed && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const length = isPacked ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': size };
  response.writeHead(200, { ...headers, 'Content-Type': type, ...length });
  if (request.method === 'HEAD') return response.end();
  const parts = [createReadStream(file), ...(isPacked ? [createGzip()] : []), response];
  pipeline(parts, (error) => {
    if (error) response.destroy();
  });
}

/**
 * Starts the server on the first free port of `ports` and resolves to its URL. Rejects when all ports are in
 * use.
 */
export async function serve({ folder = DIST, ports = [0], host = process.env.HOST ?? '127.0.0.1' } = {}) {
  const server = createServer((request, response) => serveFile(request, response, folder));
  for (const port of ports) {
    const taken = await new Promise((settle) => {
      server.once('error', settle);
      server.listen(port, host, () => {
        server.off('error', settle);
        settle(undefined);
      });
    });
    if (!taken) {
      const shown = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
      return `http://${shown}:${server.address().port}/`;
    }
    if (taken.code !== 'EADDRINUSE') throw new Error(`cannot listen on ${host}:${port}: ${taken.code}`);
  }
  const range = ports.length > 1 ? `ports ${ports[0]} to ${ports.at(-1)} are` : `port ${ports[0]} is`;
  throw new Error(`${range} taken; set PORT to a free one`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf('--port');
  const port = at < 0 ? 0 : Number(process.argv[at + 1]);
  if (!existsSync(join(DIST, 'index.html'))) {
    process.stderr.write(`gammascope: ${DIST} has no index.html; run npm run build\n`);
    process.exit(1);
  }
  try {
    process.stdout.write(`Serving ${DIST} at ${await serve({ ports: [port] })}\n`);
  } catch (error) {
    process.stderr.write(`gammascope: ${error.message}\n`);
    process.exit(1);
  }
}
