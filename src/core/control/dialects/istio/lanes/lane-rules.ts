import type { HeaderAlias } from '../../../../resource/kinds/env.alibaba.com/virtual-environment.ts';
import type { ServiceResource } from '../../../../resource/resource.ts';
import { own } from '../../../../text/own.ts';
import { hasLabels, type PodLabels } from '../labels.ts';
import type { VirtualEnvironmentResource } from './environments.ts';

/** A rule that the controller of KT-env writes for a port of a Service. */
export interface LaneRule {
  readonly port: number;
  /** The environment that the header names. Null for the default rule of the port. */
  readonly value: string | null;
  /** The header of an alias. Null for the main header. */
  readonly alias: HeaderAlias | null;
  /** The environment of the Pods: `value` itself or an ancestor of it. Null for the default rule. */
  readonly instance: string | null;
  /** Null if the default rule has no subset. */
  readonly subset: string | null;
}

/** What the controller of KT-env reads of a Service (KT-env 20.2, 20.3). */
export interface ServiceLanes {
  readonly service: ServiceResource;
  readonly environment: VirtualEnvironmentResource;
  /** The environments of all workloads of the namespace. */
  readonly available: readonly string[];
  /** The environments of the workloads that the Service selects, each once. */
  readonly related: readonly string[];
  readonly rules: readonly LaneRule[];
}

const HTTP_PREFIX = 'http';
const KUBERNETES = 'kubernetes';

/** The labels of the Pod templates that the controller reads: those of Deployments and StatefulSets. */
export function readsOf(
  workloads: readonly { readonly kind: string; readonly spec: { readonly podLabels: PodLabels } }[],
): readonly PodLabels[] {
  return workloads
    .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
    .map(({ spec }) => spec.podLabels);
}

/**
 * Returns the lanes of a Service. Returns null if the controller leaves the Service alone: no workload that it
 * selects has an environment (KT-env 20.2).
 */
export function lanesOfService(
  service: ServiceResource,
  environment: VirtualEnvironmentResource,
  templates: readonly PodLabels[],
): ServiceLanes | null {
  if (service.name === KUBERNETES) return null;
  const { label } = environment.spec;
  const selector = service.spec.selector ?? {};
  const available = valuesOf(templates, label);
  const related = valuesOf(
    templates.filter((labels) => hasLabels(labels, selector)),
    label,
  );
  if (related.length === 0) return null;
  const rules = service.spec.ports
    .filter(({ name }) => name.startsWith(HTTP_PREFIX))
    .flatMap(({ port }) => rulesOfPort(port, environment, available, related));
  return { service, environment, available, related, rules };
}

function valuesOf(templates: readonly PodLabels[], label: string): readonly string[] {
  // The order of documents has no meaning.
  return [...new Set(templates.flatMap((labels) => own(labels, label) ?? []))].sort();
}

/** Returns the rules of a port: one for each environment, its aliases, then the default (KT-env 20.3). */
function rulesOfPort(
  port: number,
  { spec }: VirtualEnvironmentResource,
  available: readonly string[],
  related: readonly string[],
): readonly LaneRule[] {
  const fallback = spec.defaultSubset === null ? null : subsetName(spec.defaultSubset);
  const rules: LaneRule[] = [];
  for (const value of available) {
    const instance = nearestLevel(value, related, spec.splitter);
    if (instance === null) continue;
    const subset = subsetName(instance);
    if (subset === (fallback ?? '')) continue;
    rules.push({ port, value, alias: null, instance, subset });
    for (const alias of spec.aliases) rules.push({ port, value, alias, instance, subset });
  }
  return [...rules, { port, value: null, alias: null, instance: null, subset: fallback }];
}

/** Returns the longest of some environments that is a value itself or one of its ancestors. */
export function nearestLevel(value: string, among: readonly string[], splitter: string): string | null {
  for (let level: string | null = value; level !== null; level = parentOf(level, splitter))
    if (among.includes(level)) return level;
  return null;
}

function parentOf(value: string, splitter: string): string | null {
  const cut = value.lastIndexOf(splitter);
  return cut < 0 ? null : value.slice(0, cut);
}

/** Returns the name of the subset of an environment (KT-env 20.3). */
export function subsetName(value: string): string {
  return value.replace(/[_.]/g, '-');
}
