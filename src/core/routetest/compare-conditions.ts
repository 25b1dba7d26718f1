import type { Condition, ListenerStatus, ParentStatus, ResourceStatus } from '../control/resource-status.ts';
import { formatResourceId } from '../ids/ids.ts';
import type { ConditionReport, Difference } from './report.ts';
import type { ConditionExpectation } from './suite.ts';

/** Compares one expected condition (or count) with the predicted status of all resources. */
export function compareCondition(
  expect: ConditionExpectation,
  statuses: ReadonlyMap<string, ResourceStatus>,
): ConditionReport {
  const differences = differencesOf(expect, statuses.get(expect.resource));
  return { resource: expect.resource, type: expect.type, ok: differences.length === 0, differences };
}

function differencesOf(
  expect: ConditionExpectation,
  status: ResourceStatus | undefined,
): readonly Difference[] {
  if (expect.parentsCount !== null) {
    return count('parentsCount', expect.parentsCount, status?.parents?.length ?? 0);
  }
  if (expect.listenersCount !== null) {
    return count('listenersCount', expect.listenersCount, status?.listeners?.length ?? 0);
  }
  if (expect.listener !== null) {
    const listener = status?.listeners?.find((each) => each.name === expect.listener);
    if (listener === undefined) return missing(expect, 'listener', expect.listener);
    return [...listenerFacts(expect, listener), ...conditions(expect, [listener.conditions])];
  }
  if (expect.parent !== null) {
    const entries = [...(status?.parents ?? []), ...(status?.ancestors ?? [])].filter((entry) =>
      isParent(entry, expect),
    );
    if (entries.length === 0) return missing(expect, 'parent', expect.parent);
    return conditions(
      expect,
      entries.map((entry) => entry.conditions),
    );
  }
  if (status === undefined) return missing(expect, 'resource', expect.resource);
  return conditions(expect, [status.conditions ?? []]);
}

function count(path: string, expected: number, actual: number): readonly Difference[] {
  return expected === actual ? [] : [{ path, expected, actual }];
}

function missing(expect: ConditionExpectation, path: string, name: string): readonly Difference[] {
  return expect.absent ? [] : [{ path, expected: name, actual: null }];
}

function listenerFacts(expect: ConditionExpectation, listener: ListenerStatus): readonly Difference[] {
  const differences: Difference[] = [];
  if (expect.attachedRoutes !== null && expect.attachedRoutes !== listener.attachedRoutes) {
    differences.push({
      path: 'attachedRoutes',
      expected: expect.attachedRoutes,
      actual: listener.attachedRoutes,
    });
  }
  const { supportedKinds } = expect;
  if (supportedKinds !== null) {
    // The conditions must include these. An empty list means none.
    const ok =
      supportedKinds.length === 0
        ? listener.supportedKinds.length === 0
        : supportedKinds.every((kind) => listener.supportedKinds.includes(kind));
    if (!ok)
      differences.push({ path: 'supportedKinds', expected: supportedKinds, actual: listener.supportedKinds });
  }
  return differences;
}

/**
 * Returns true for the parent `KIND/NS/NAME` with the section and port of the expectation, if it names them.
 */
function isParent({ parentRef }: ParentStatus, expect: ConditionExpectation): boolean {
  return (
    formatResourceId(parentRef.kind, parentRef.namespace, parentRef.name) === expect.parent &&
    (expect.sectionName === null || parentRef.sectionName === expect.sectionName) &&
    (expect.port === null || parentRef.port === expect.port)
  );
}

/** Returns whether one of the lists has the expected condition. */
function conditions(
  expect: ConditionExpectation,
  lists: readonly (readonly Condition[])[],
): readonly Difference[] {
  const { type } = expect;
  if (type === null) return expect.absent && lists.length > 0 && isBare(expect) ? [present(expect)] : [];
  const found = lists.flat().filter((condition) => condition.type === type);
  if (expect.absent) return found.length === 0 ? [] : [{ path: type, expected: null, actual: found[0] }];
  const [first] = found;
  if (first === undefined) return [{ path: type, expected: expect.status, actual: null }];
  const fits = (condition: Condition) =>
    (expect.status === null || condition.status === expect.status) &&
    (expect.reason === null || expect.reason.some((reason) => sameReason(reason, condition.reason)));
  if (found.some(fits)) return [];
  const differences: Difference[] = [];
  if (expect.status !== null && first.status !== expect.status) {
    differences.push({ path: `${type}.status`, expected: expect.status, actual: first.status });
  }
  const { reason } = expect;
  if (reason !== null && !reason.some((each) => sameReason(each, first.reason))) {
    const expected = reason.length === 1 ? reason[0] : reason;
    differences.push({ path: `${type}.reason`, expected, actual: first.reason });
  }
  return differences;
}

function isBare(expect: ConditionExpectation): boolean {
  return expect.attachedRoutes === null && expect.supportedKinds === null;
}

function present(expect: ConditionExpectation): Difference {
  return { path: expect.listener ?? expect.parent ?? expect.resource, expected: null, actual: 'present' };
}

/**
 * Returns true when two reasons are equal. One implementation writes the constant's name instead of its value
 * (R-134).
 */
function sameReason(a: string, b: string): boolean {
  const plain = (reason: string) => reason.replace(/^RouteReason/, '');
  return plain(a) === plain(b);
}
