import { resolvesToDrawn } from '../../../../graph/draw-destination.ts';
import { type Drawing, edgeId } from '../../../../graph/drawing.ts';
import { namespacedName, type RuleIndex } from '../../../../ids/ids.ts';
import type { IngressBackend } from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { IngressClassResource, IngressResource } from '../class-of-ingress.ts';
import type { CompiledClass } from '../compiled-classes.ts';
import type { CanarySettings } from '../nginx/nginx-settings.ts';
import { classId, isServed } from './draw-class.ts';
import { type EntriesByLine, lineKey } from './entries-by-line.ts';
import { linesOf } from './lines-of-ingress.ts';
import { type Share, sharesOf } from './shares-of-line.ts';

/** What the drawing of an Ingress reads besides its class. */
interface IngressContext {
  readonly declared: readonly IngressClassResource[];
  readonly entries: EntriesByLine;
}

/** Draws an Ingress as a route with a line for each path, its class, and the Services that it forwards to. */
export function drawOneIngress(
  drawing: Drawing,
  ingress: IngressResource,
  served: CompiledClass,
  { declared, entries }: IngressContext,
): void {
  const addresses = ingress.spec.loadBalancer.flatMap(({ ip, hostname }) => ip ?? hostname ?? []).join(', ');
  const rules = linesOf(ingress, entries);
  drawing.addResource(ingress, {
    kind: 'route',
    facts: { rules: rules.length, ...(addresses !== '' && { addresses }) },
    rules,
    roles: ['gateway'],
  });
  const { nginx, controller } = served;
  const isDropped = nginx?.read.dropped.some((each) => each.ingress === ingress) ?? false;
  drawing.addEdge({
    from: classId(controller.className),
    to: ingress.id,
    kind: 'attached',
    role: 'gateway',
    broken: isDropped ? 'NotServed' : isServed(ingress, declared) ? null : 'ClassNotFound',
  });
  const canary = canaryOf(ingress, served);
  for (const { rule, match, backend } of backendsOf(ingress)) {
    const own = entries.get(lineKey(rule, match)) ?? [];
    const shares = own.length > 0 ? sharesOf(own) : writtenShare(ingress, backend, canary?.(rule, match));
    for (const { service, share, when, broken } of shares) {
      const { node, declared: exists } = resolvesToDrawn(drawing, 'Service', service);
      drawing.addEdge({
        id: edgeId(ingress.id, node, `rule=${rule},match=${match}`),
        from: ingress.id,
        to: node,
        kind: 'forwards',
        rule,
        match,
        share,
        ...(when !== null && { when }),
        broken: broken ?? (exists ? null : 'BackendNotFound'),
      });
    }
  }
}

/** A place of an Ingress with a backend. */
interface WrittenBackend {
  readonly rule: RuleIndex;
  readonly match: number;
  readonly backend: IngressBackend;
}

function backendsOf({ spec }: IngressResource): readonly WrittenBackend[] {
  const { defaultBackend, rules } = spec;
  const paths = rules.flatMap((each, rule) =>
    each.paths.map(({ backend }, match) => ({ rule, match, backend })),
  );
  return defaultBackend === null
    ? paths
    : [...paths, { rule: 'defaultBackend', match: 0, backend: defaultBackend }];
}

/** Returns the function that returns the share of a path of a canary. Null for an ordinary Ingress. */
function canaryOf(ingress: IngressResource, { nginx }: CompiledClass) {
  const canary = nginx?.read.served.find((each) => each.ingress === ingress)?.settings.canary ?? null;
  if (nginx === null || canary === null) return null;
  const inert = new Set(
    nginx.inert.filter(({ from }) => from.ingress === ingress).map(({ rule, match }) => lineKey(rule, match)),
  );
  return (rule: RuleIndex, match: number) => (inert.has(lineKey(rule, match)) ? undefined : canary);
}

/** Returns the share of a backend that no table has: that of a canary, or none. */
function writtenShare(
  { namespace }: IngressResource,
  backend: IngressBackend,
  canary: CanarySettings | undefined,
): readonly Share[] {
  if (backend.kind === 'resource' || backend.name === '') return [];
  const { weight = 0, weightTotal = 1 } = canary ?? {};
  const share = Math.min(Math.max(weight, 0) / weightTotal, 1);
  const when = [canary?.header, canary?.cookie == null ? null : 'cookie']
    .filter((each) => each != null)
    .join(', ')
    .toLowerCase();
  const service = namespacedName(namespace, backend.name);
  return share === 0 && when !== ''
    ? [{ service, share: null, when, broken: null }]
    : [{ service, share, when: null, broken: null }];
}
