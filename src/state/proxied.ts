/**
 * Returns true when `kubectl proxy --www` may have served the page, so that an API server may answer. The
 * default prefix of the proxy's files is /static/. The page does not ask other hosts.
 */
export function looksProxied({ pathname }: Pick<Location, 'pathname'>): boolean {
  return pathname.startsWith('/static/');
}
