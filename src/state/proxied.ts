/**
 * Whether `kubectl proxy --www` may have served the page, so that asking for an API server makes sense: its prefix for files
 * is /static/ unless it is told otherwise. Other hosts are not asked.
 */
export function looksProxied({ pathname }: Pick<Location, 'pathname'>): boolean {
  return pathname.startsWith('/static/');
}
