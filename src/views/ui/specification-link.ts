import { own } from '../../core/text/own.ts';

/** The site of the specification. */
const SITE = 'https://gateway-api.sigs.k8s.io';

/** The anchors of the types in the API reference, by the words of a source. The first that fits counts. */
const API_TYPES: readonly (readonly [words: RegExp, anchor: string])[] = [
  [/HTTPRoute.*Matches/i, 'httproutematch'],
  [/HTTPRoute.*BackendRefs/i, 'httpbackendref'],
  [/RequestMirror/, 'httprequestmirrorfilter'],
  [/GRPCRoute.*Matches/i, 'grpcroutematch'],
  [/GRPCRoute/, 'grpcroute'],
  [/ParentReference|ParentRefs/, 'parentreference'],
  [/BackendObjectReference/, 'backendobjectreference'],
  [/AllowedRoutes/i, 'allowedroutes'],
  [/Route status/, 'routestatus'],
  [/Gateway API reference, BackendRefs/, 'backendref'],
  [/HTTPRoute/, 'httproute'],
  [/Gateway API reference/, 'gateway'],
];

/** Returns the anchor of a heading, as the site of the specification makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replace(/ +/g, '-');
}

/** The headings of GEP-1294 that sources name, where the heading has further words. */
const HEADINGS: Readonly<Record<string, string>> = { hostnames: 'hostnames-field' };

/**
 * Returns the address of the section that the source of a rule names. Returns null for a source that is not
 * a page of the specification, such as our own reading.
 *
 * @example
 * ```
 * specificationUrl('GEP-1294 (xRoutes binding to Services), Ports');
 * // 'https://gateway-api.sigs.k8s.io/geps/gep-1294/#ports'
 * ```
 */
export function specificationUrl(source: string): string | null {
  const gep = /GEP-(\d+)(?:[^,;]*), ([^;]+)/.exec(source);
  if (gep) {
    const [, number, heading = ''] = gep;
    const anchor = own(HEADINGS, heading) ?? anchorOf(heading);
    return `${SITE}/geps/gep-${number}/#${anchor}`;
  }
  const page = /GEP-(\d+)/.exec(source);
  if (page) return `${SITE}/geps/gep-${page[1]}/`;
  if (/^Mesh overview/.test(source)) return `${SITE}/mesh/`;
  if (/^Conformance/.test(source)) return `${SITE}/concepts/conformance/`;
  const type = API_TYPES.find(([words]) => words.test(source));
  return type === undefined ? null : `${SITE}/reference/spec/#${type[1]}`;
}
