import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportStatus } from '../src/core/answers/report-status.ts';
import { analyse } from '../src/core/index.ts';

/**
 * The two lists below contain every reason that section 5 of the specification digest defines for a condition
 * (R-510, R-511, R-515…R-517). Reasons that follow from manifests are predicted, and at least one readable
 * case expects each. Other reasons are never predicted. docs/status.md describes the same in prose.
 */
const FOLDER = path.resolve(import.meta.dirname, 'cases');

type Part =
  | 'GatewayClass'
  | 'Gateway'
  | 'Listener'
  | 'ListenerSet'
  | 'ListenerEntry'
  | 'Route'
  | 'Policy'
  | 'XMesh';

/** `PART TYPE=STATUS/REASON` and the rule that defines it. */
const PREDICTED: Readonly<Record<string, string>> = {
  ...all('XMesh', 'R-148', ['Accepted=True/Accepted', 'Accepted=False/InvalidParameters']),
  ...all('GatewayClass', 'R-510', ['Accepted=True/Accepted', 'Accepted=False/InvalidParameters']),
  ...all('Gateway', 'R-510', [
    'Accepted=True/Accepted',
    'Accepted=True/ListenersNotValid',
    'Accepted=False/ListenersNotValid',
    'Accepted=False/InvalidParameters',
    'Accepted=False/UnsupportedAddress',
    'Accepted=Unknown/Pending',
    'Programmed=True/Programmed',
    'Programmed=False/Invalid',
    'Programmed=Unknown/Pending',
    'ResolvedRefs=True/ResolvedRefs',
    'ResolvedRefs=False/RefNotPermitted',
    'ResolvedRefs=False/InvalidClientCertificateRef',
    'ResolvedRefs=False/ListenersNotResolved',
    'InsecureFrontendValidationMode=True/ConfigurationChanged',
  ]),
  ...all('Listener', 'R-510', [
    'Accepted=True/Accepted',
    'Accepted=False/UnsupportedProtocol',
    'Accepted=False/NoValidCACertificate',
    'Accepted=False/HostnameConflict',
    'Accepted=False/ProtocolConflict',
    'Conflicted=True/HostnameConflict',
    'Conflicted=True/ProtocolConflict',
    'Conflicted=False/NoConflicts',
    'ResolvedRefs=True/ResolvedRefs',
    'ResolvedRefs=False/InvalidCertificateRef',
    'ResolvedRefs=False/InvalidRouteKinds',
    'ResolvedRefs=False/RefNotPermitted',
    'ResolvedRefs=False/InvalidCACertificateRef',
    'ResolvedRefs=False/InvalidCACertificateKind',
    'Programmed=True/Programmed',
    'Programmed=False/Invalid',
    'OverlappingTLSConfig=True/OverlappingHostnames',
  ]),
  ...all('ListenerSet', 'R-442, R-510', [
    'Accepted=True/Accepted',
    'Accepted=False/NotAllowed',
    'Accepted=False/ParentNotAccepted',
    'Accepted=False/ListenersNotValid',
    'Accepted=Unknown/Pending',
    'Programmed=True/Programmed',
    'Programmed=False/NotAllowed',
    'Programmed=False/ParentNotProgrammed',
    'Programmed=False/ListenersNotValid',
    'Programmed=False/Invalid',
    'Programmed=Unknown/Pending',
  ]),
  ...all('ListenerEntry', 'R-441', [
    'Accepted=False/HostnameConflict',
    'Conflicted=True/HostnameConflict',
    'Conflicted=True/ProtocolConflict',
    'Programmed=False/HostnameConflict',
    'Programmed=False/ProtocolConflict',
    'ResolvedRefs=False/RefNotPermitted',
  ]),
  ...all('Route', 'R-511, R-515', [
    'Accepted=True/Accepted',
    'Accepted=False/NoMatchingParent',
    'Accepted=False/NotAllowedByListeners',
    'Accepted=False/NoMatchingListenerHostname',
    'Accepted=False/UnsupportedValue',
    'Accepted=False/IncompatibleFilters',
    'Accepted=False/Conflicted',
    'Accepted=Unknown/Pending',
    'ResolvedRefs=True/ResolvedRefs',
    'ResolvedRefs=False/InvalidKind',
    'ResolvedRefs=False/RefNotPermitted',
    'ResolvedRefs=False/BackendNotFound',
    'ResolvedRefs=False/UnsupportedProtocol',
    'ResolvedRefs=Unknown/Pending',
    'PartiallyInvalid=True/UnsupportedValue',
  ]),
  ...all('Policy', 'R-516, R-517', [
    'Accepted=True/Accepted',
    'Accepted=False/Conflicted',
    'Accepted=False/TargetNotFound',
    'Accepted=False/NoValidCACertificate',
    'ResolvedRefs=True/ResolvedRefs',
    'ResolvedRefs=False/InvalidCACertificateRef',
    'ResolvedRefs=False/InvalidKind',
  ]),
};

/** Reasons that do not follow from manifests, with an explanation. */
const UNPREDICTABLE: Readonly<Record<string, string>> = {
  ...all('XMesh', 'no controller has looked yet; how fast one is cannot be seen', [
    'Accepted=Unknown/Pending',
  ]),
  ...all('GatewayClass', 'no controller has looked yet; how fast one is cannot be seen', [
    'Accepted=Unknown/Pending',
  ]),
  ...all('GatewayClass', 'what an implementation supports is not in the manifests', [
    'Accepted=False/Unsupported',
    'Accepted=False/UnsupportedVersion',
    'SupportedVersion=True/SupportedVersion',
    'SupportedVersion=False/UnsupportedVersion',
  ]),
  ...all('Gateway', 'admission refuses what would be invalid as a whole', ['Accepted=False/Invalid']),
  ...all('Gateway', 'an older word for Pending', ['Accepted=False/NotReconciled']),
  ...all('Gateway', 'addresses and resources are the infrastructure’s', [
    'Programmed=False/Pending',
    'Programmed=False/NoResources',
    'Programmed=False/AddressNotAssigned',
    'Programmed=False/AddressNotUsable',
  ]),
  ...all('Listener', 'which ports and TLS modes are available depends on the implementation', [
    'Accepted=False/PortUnavailable',
    'Accepted=False/UnsupportedValue',
  ]),
  ...all('Listener', 'a state on the way, not an answer', [
    'Accepted=Unknown/Pending',
    'Programmed=False/Pending',
    'Programmed=Unknown/Pending',
  ]),
  ...all('Listener', 'certificates are secrets, and are not read', [
    'OverlappingTLSConfig=True/OverlappingCertificates',
  ]),
  ...all('ListenerSet', 'admission refuses what would be invalid as a whole', ['Accepted=False/Invalid']),
  ...all('ListenerEntry', 'the reason of the conflict itself is written instead (A-23)', [
    'Conflicted=True/ListenerConflict',
  ]),
  ...all('ListenerEntry', 'the limit is the implementation’s', ['Accepted=False/TooManyListeners']),
  ...all('Policy', 'admission refuses what would be invalid', ['Accepted=False/Invalid']),
};

function all(part: Part, note: string, conditions: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(conditions.map((each) => [`${part} ${each}`, note]));
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, text: readFileSync(path.join(FOLDER, file), 'utf8') }));
const snapshots = files.map((source) => ({ file: source.file, snapshot: analyse([source]) }));

describe('reasons of conditions', () => {
  it.each(Object.entries(PREDICTED))('%s (%s) is expected by a case', (condition) => {
    expect(expected.has(condition)).toBe(true);
  });

  it('that do not follow from manifests are never predicted', () => {
    const written = snapshots.flatMap(({ file, snapshot }) =>
      reportStatus(snapshot).flatMap((status) =>
        conditionsOf(status).map((condition) => `${condition} in ${file}`),
      ),
    );
    expect(written.filter((each) => !isPredicted(each.split(' in ')[0] ?? ''))).toEqual([]);
  });

  it('are in one list only', () => {
    expect(Object.keys(PREDICTED).filter((each) => Object.hasOwn(UNPREDICTABLE, each))).toEqual([]);
  });
});

/**
 * Returns true for a predicted condition. An entry of a ListenerSet has the conditions of a Gateway's
 * listener, and more.
 */
function isPredicted(condition: string): boolean {
  const asListener = condition.replace(/^ListenerEntry /, 'Listener ');
  return Object.hasOwn(PREDICTED, condition) || Object.hasOwn(PREDICTED, asListener);
}

function conditionsOf(status: ReturnType<typeof reportStatus>[number]): readonly string[] {
  type Conditions = NonNullable<typeof status.conditions>;
  const part = partOf(status.resource);
  const named = (name: Part, conditions: Conditions) =>
    conditions.map((each) => `${name} ${each.type}=${each.status}/${each.reason}`);
  return [
    ...named(part, status.conditions ?? []),
    ...(status.listeners ?? []).flatMap((each) => named(entryOf(part), each.conditions)),
    ...[...(status.parents ?? []), ...(status.ancestors ?? [])].flatMap((each) =>
      named(part, each.conditions),
    ),
  ];
}

function partOf(resource: string): Part {
  const kind = resource.split('/')[0] ?? '';
  if (kind === 'XMesh' || kind === 'GatewayClass' || kind === 'Gateway' || kind === 'ListenerSet')
    return kind;
  return kind.endsWith('Route') ? 'Route' : 'Policy';
}

function entryOf(part: Part): Part {
  return part === 'ListenerSet' ? 'ListenerEntry' : 'Listener';
}

/** The expectations of the RouteTests below tests/cases, in the notation of the lists above. */
const expected: ReadonlySet<string> = new Set(
  snapshots.flatMap(({ snapshot }) =>
    snapshot.decoded
      .flatMap((document) => document.routeTests)
      .flatMap(({ raw }) => (raw as RawTest).spec.conditions ?? [])
      .filter(({ type }) => type !== undefined)
      .map(({ resource, listener, type, status, reason }) => {
        const part = partOf(resource);
        return `${listener === undefined ? part : entryOf(part)} ${type}=${status}/${reason}`;
      }),
  ),
);

interface RawTest {
  readonly spec: {
    readonly conditions?: readonly {
      readonly resource: string;
      readonly listener?: string;
      readonly type?: string;
      readonly status?: string;
      readonly reason?: string;
    }[];
  };
}
