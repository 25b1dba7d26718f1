import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { fitsRawQuery } from '../../../../ir/raw-query.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type {
  HTTPRouteMatch,
  PathModifier,
  RouteFilter,
  RouteResource,
} from '../../../../resource/resource.ts';
import type { Path } from '../../../../text/path.ts';
import type { AnyRoute } from '../routes.ts';

type Report = (finding: Finding) => void;

/**
 * Reports filters and matches that the API allows and that data planes read differently: hosts set by header
 * modifiers, `%` in header values, unusual replacements of paths, query values that no URL contains
 * unencoded, names with `_`.
 */
export function checkFilters(route: AnyRoute, profile: Profile, report: Report): void {
  if (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute') return;
  for (const rule of route.spec.rules) {
    const at: Path = ['spec', 'rules', rule.index];
    rule.filters.forEach((filter, index) => {
      checkFilter(route, rule.index, filter, [...at, 'filters', index], report);
    });
    rule.backendRefs.forEach((ref, backend) => {
      ref.filters.forEach((filter, index) => {
        checkFilter(route, rule.index, filter, [...at, 'backendRefs', backend, 'filters', index], report);
      });
    });
    rule.matches.forEach((match, index) => {
      checkMatch(route, match, [...at, 'matches', rule.matchIndexes[index] ?? index], profile, report);
    });
  }
}

function finding(
  code: Finding['code'],
  severity: Finding['severity'],
  route: RouteResource,
  path: Path,
  args: Finding['args'],
): Finding {
  return {
    code,
    severity,
    args: { route: route.id, ...args },
    site: siteOf(route, path),
    related: [],
    fixes: [],
  };
}

function checkFilter(
  route: RouteResource,
  rule: number,
  filter: RouteFilter,
  at: Path,
  report: Report,
): void {
  switch (filter.type) {
    case 'RequestHeaderModifier':
    case 'ResponseHeaderModifier': {
      const field =
        filter.type === 'RequestHeaderModifier' ? 'requestHeaderModifier' : 'responseHeaderModifier';
      for (const action of ['set', 'add'] as const) {
        filter.modifier[action].forEach(({ name, value }, index) => {
          const place: Path = [...at, field, action, index];
          if (filter.type === 'RequestHeaderModifier' && name.toLowerCase() === 'host') {
            report(finding('host-header-modified', 'warning', route, [...place, 'name'], { rule }));
          }
          if (value.includes('%')) {
            const args = { header: name, value };
            report(finding('header-value-percent', 'warning', route, [...place, 'value'], args));
          }
        });
      }
      return;
    }
    case 'RequestRedirect':
      checkPath(route, filter.path, [...at, 'requestRedirect', 'path'], report);
      return;
    case 'URLRewrite':
      checkPath(route, filter.path, [...at, 'urlRewrite', 'path'], report);
      return;
    case 'RequestMirror':
    case 'CORS':
    case 'ExternalAuth':
    case 'ExtensionRef':
    case 'invalid':
      return;
    default:
      filter satisfies never;
  }
}

/** Reports replacements of a path that do not start with a slash or that have a query. */
function checkPath(route: RouteResource, path: PathModifier | null, at: Path, report: Report): void {
  if (path === null) return;
  const full = path.type === 'ReplaceFullPath';
  const { value } = path;
  const place = [...at, full ? 'replaceFullPath' : 'replacePrefixMatch'];
  if (full && value === '') report(finding('full-path-empty', 'warning', route, place, {}));
  else if (value !== '' && !value.startsWith('/')) {
    report(finding('path-without-slash', 'warning', route, place, { value }));
  }
  if (full && value.includes('?')) {
    report(finding('full-path-with-query', 'warning', route, place, { value }));
  }
}

function checkMatch(
  route: RouteResource,
  match: Partial<Pick<HTTPRouteMatch, 'headers' | 'queryParams'>>,
  at: Path,
  { queryDecoding, underscoreHeaders }: Profile,
  report: Report,
): void {
  match.queryParams?.forEach(({ type, name, value }, index) => {
    if (type !== 'Exact' || (fitsRawQuery(value, 'value') && fitsRawQuery(name, 'name'))) return;
    const severity = queryDecoding === 'raw' ? 'warning' : 'info';
    const args = { parameter: name, value };
    report(finding('query-value-not-raw', severity, route, [...at, 'queryParams', index, 'value'], args));
  });
  match.headers?.forEach(({ name }, index) => {
    if (underscoreHeaders === 'allowed' || !name.includes('_')) return;
    const place = [...at, 'headers', index, 'name'];
    report(finding('header-name-underscore', 'warning', route, place, { header: name }));
  });
}
