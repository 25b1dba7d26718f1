import type { NginxSettings } from '../control/dialects/ingress-api/nginx/nginx-settings.ts';
import type { RouteFilterDocument } from './route-rule.ts';

const METHODS: ReadonlySet<string> = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', '*'],
]);
const ORIGIN = /^(\*|https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?)$/i;
const HEADER = /^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$/;

/** Returns the filter for the answers to cross-origin requests (I-717). */
export function corsFilter(cors: NonNullable<NginxSettings['cors']>): RouteFilterDocument {
  const listed = (text: string) => [
    ...new Set(
      text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => HEADER.test(each)),
    ),
  ];
  const exposed = listed(cors.exposeHeaders);
  const maxAge = Number(cors.maxAge);
  return {
    type: 'CORS',
    cors: {
      allowOrigins: cors.origins.filter((each) => ORIGIN.test(each)),
      ...(cors.credentials ? { allowCredentials: true } : null),
      allowMethods: listed(cors.methods).filter((each) => METHODS.has(each)),
      allowHeaders: listed(cors.headers),
      ...(exposed.length === 0 ? null : { exposeHeaders: exposed }),
      ...(Number.isInteger(maxAge) && maxAge > 0 ? { maxAge } : null),
    },
  };
}
