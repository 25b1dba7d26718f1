import { isMapping } from '../../../text/mapping.ts';
import { own } from '../../../text/own.ts';
import { extendPath, type Path, ROOT_PATH } from '../../../text/path.ts';
import { textsOf } from '../../object-meta.ts';
import { present, type Validated } from '../../schema.ts';
import { pathFlaw } from '../gateway-api/check-path-value.ts';
import type { DecodeContext } from '../kind.ts';
import { decodeBackend, type WrittenBackend } from './decode-backend.ts';
import type { INGRESS_SCHEMA } from './ingress-schema.ts';
import { CLASS_ANNOTATION, type IngressPath, type IngressRule, type IngressSpec } from './ingress-spec.ts';
import { tellOldVersion } from './tell-old-version.ts';

type Written = Validated<typeof INGRESS_SCHEMA>;
type WrittenSpec = NonNullable<Written['spec']>;
type WrittenRule = NonNullable<NonNullable<WrittenSpec['rules']>[number]>;
type WrittenPath = NonNullable<NonNullable<NonNullable<WrittenRule['http']>['paths']>[number]>;

const SPEC = extendPath(ROOT_PATH, 'spec');

/** Returns the spec of an Ingress. Reports what the API server refuses beyond the schema (I-106). */
export function decodeIngress(value: Written, context: DecodeContext): IngressSpec {
  tellOldVersion('Ingress', value.apiVersion, context);
  const spec: WrittenSpec & { readonly backend?: WrittenBackend | null } = value.spec ?? {};
  const field = spec.defaultBackend ? 'defaultBackend' : 'backend';
  const backend = spec[field];
  const ingressClassName = spec.ingressClassName || null;
  checkClass(ingressClassName, context);
  if (value.spec && !backend && (spec.rules ?? []).length === 0) checkRules(context);
  return {
    ingressClassName,
    defaultBackend: backend ? decodeBackend(backend, extendPath(SPEC, field), context) : null,
    tls: (spec.tls ?? []).flatMap((each, index) =>
      each
        ? [
            {
              hosts: present(each.hosts),
              secretName: each.secretName || null,
              origin: extendPath(SPEC, 'tls', index),
            },
          ]
        : [],
    ),
    rules: (spec.rules ?? []).flatMap((rule, index) =>
      rule ? [decodeRule(rule, extendPath(SPEC, 'rules', index), context)] : [],
    ),
    loadBalancer: addressesOf(value.status),
  };
}

/** Reports a class that the field and the annotation name differently (I-102). */
function checkClass(field: string | null, { metadata, report }: DecodeContext): void {
  const annotation = own(textsOf(metadata.annotations), CLASS_ANNOTATION);
  if (field === null || annotation === undefined || annotation === field) return;
  const place = { path: ['metadata', 'annotations', CLASS_ANNOTATION] };
  report({ code: 'ingress-class-twice', args: { annotation, field }, place });
}

/** Reports an Ingress without rules and without a default backend. */
function checkRules({ report, written, elided }: DecodeContext): void {
  // Rules and backends that are written but cannot be read have their own finding.
  if (elided || ['rules', 'defaultBackend', 'backend'].some((field) => written([...SPEC, field]) !== null))
    return;
  report({ code: 'ingress-without-rules', args: {}, place: { path: SPEC } });
}

function decodeRule(rule: WrittenRule, origin: Path, context: DecodeContext): IngressRule {
  const host = rule.host || null;
  if (host !== null && IPV4.test(host)) {
    const place = { path: extendPath(origin, 'host') };
    context.report({ code: 'hostname-is-address', args: { hostname: host }, place });
  }
  return {
    host,
    hasHttp: rule.http !== undefined && rule.http !== null,
    paths: (rule.http?.paths ?? []).flatMap((each, index) =>
      each ? [decodePath(each, extendPath(origin, 'http', 'paths', index), context)] : [],
    ),
    origin,
  };
}

/** The format of hosts already refuses IPv6 addresses. */
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function decodePath(item: WrittenPath, origin: Path, context: DecodeContext): IngressPath {
  const path = item.path ?? '';
  const pathType = item.pathType ?? 'ImplementationSpecific';
  checkPath(path, pathType, origin, context);
  const at = extendPath(origin, 'backend');
  // A backend that is missing or cannot be read has its own finding.
  const backend = item.backend
    ? decodeBackend(item.backend, at, context)
    : ({ kind: 'service', name: '', port: null, origin: at } as const);
  return { path, pathType, backend, origin };
}

/** Reports a path that the API server refuses (I-106). */
function checkPath(
  path: string,
  type: IngressPath['pathType'],
  origin: Path,
  { report, written }: DecodeContext,
): void {
  const place = { path: extendPath(origin, 'path') };
  if (path === '') {
    if (type !== 'ImplementationSpecific' && !written(place.path))
      report({ code: 'field-required', args: { field: 'path' }, place: { path: origin } });
    return;
  }
  const reason = ingressPathFlaw(path, type);
  if (reason === null) return;
  const slash = reason === 'no-leading-slash' && ingressPathFlaw(`/${path}`, type) === null;
  const edits = [{ place, action: 'replace' as const, text: JSON.stringify(`/${path}`) }];
  const fixes = slash ? [{ name: 'add-leading-slash', edits }] : [];
  report({ code: 'path-value-invalid', args: { value: path, type, reason }, place, fixes });
}

function ingressPathFlaw(path: string, type: IngressPath['pathType']) {
  if (type === 'ImplementationSpecific') return path.startsWith('/') ? null : 'no-leading-slash';
  const flaw = pathFlaw(path);
  // An Ingress may have any character.
  return flaw === 'fragment' || flaw === 'forbidden-character' ? null : flaw;
}

/** Returns the addresses in the status, which is not validated. */
function addressesOf(status: unknown): IngressSpec['loadBalancer'] {
  if (!isMapping(status) || !isMapping(status.loadBalancer)) return [];
  const { ingress } = status.loadBalancer;
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return (Array.isArray(ingress) ? ingress : [])
    .filter(isMapping)
    .map(({ ip, hostname }) => ({ ip: textOf(ip), hostname: textOf(hostname) }));
}
