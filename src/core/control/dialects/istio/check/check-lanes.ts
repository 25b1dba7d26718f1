import type { Finding } from '../../../../findings/finding.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { DerivedLanes } from '../lanes/derive-lanes.ts';
import type { ActiveEnvironment } from '../lanes/environments.ts';
import type { ServiceLanes } from '../lanes/lane-rules.ts';
import { findingAt } from './finding-at.ts';

/**
 * Reports what VirtualEnvironments of KT-env do by surprise: they are replaced, have no effect, replace written
 * objects, name a default subset that a Service does not have, or leave ports out (KT-env 20.1…20.6).
 */
export function checkLanes(derived: DerivedLanes, report: (finding: Finding) => void): void {
  for (const active of derived.active.values()) {
    for (const each of active.replaced) {
      const args = { resource: each.id, by: active.resource.id };
      report(findingAt('virtual-environment-replaced', each, ['metadata', 'name'], args));
    }
    const lanes = derived.lanes.get(active.resource.id) ?? [];
    checkEffect(active, lanes, derived, report);
    for (const each of lanes) {
      checkDefault(each, derived, report);
      checkPorts(each, report);
    }
  }
  for (const { resource, by, how } of derived.overwritten) {
    const args = { resource: resource.id, by, how };
    report(findingAt('object-overwritten', resource, ['metadata', 'name'], args));
  }
}

function checkEffect(
  { resource }: ActiveEnvironment,
  lanes: readonly ServiceLanes[],
  { generated }: DerivedLanes,
  report: (finding: Finding) => void,
): void {
  const isActive = [...generated.values()].some(({ environment }) => environment === resource);
  if (isActive) return;
  const args = {
    resource: resource.id,
    namespace: resource.namespace,
    label: resource.spec.label,
    services: lanes.map(({ service }) => service.name).join(', '),
  };
  report(findingAt('virtual-environment-without-effect', resource, ['metadata', 'name'], args));
}

function checkDefault(
  lanes: ServiceLanes,
  { generated }: DerivedLanes,
  report: (finding: Finding) => void,
): void {
  const { service, environment, related, rules } = lanes;
  const wanted = environment.spec.defaultSubset;
  if (wanted === null || related.includes(wanted)) return;
  const isWritten = [...generated.values()].some((each) => each.service === service);
  const isDefined = rules.some(({ value, subset }) => value !== null && subset === rules.at(-1)?.subset);
  if (!isWritten || isDefined) return;
  const args = {
    resource: environment.id,
    subset: wanted,
    service: namespacedName(service.namespace, service.name),
    label: environment.spec.label,
  };
  report(findingAt('lane-default-missing', environment, ['spec', 'envLabel', 'defaultSubset'], args));
}

/** Several environments without rules at a port: its requests are spread over all of them. */
function checkPorts(
  { service, environment, related }: ServiceLanes,
  report: (finding: Finding) => void,
): void {
  if (related.length < 2) return;
  for (const [index, { name, port }] of service.spec.ports.entries()) {
    if (name.startsWith('http')) continue;
    const args = {
      service: namespacedName(service.namespace, service.name),
      port,
      environment: environment.id,
      environments: related.join(', '),
    };
    report(findingAt('lane-port-not-http', service, ['spec', 'ports', index], args));
  }
}
