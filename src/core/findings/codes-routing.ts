import type { CodeEntry } from './code-entry.ts';

/** Findings that need more than one resource: references, attachment, conflicts. */
export const ROUTING_CODES = {
  'duplicate-resource': { severity: 'warning', args: ['resource'], source: 'kubectl apply' },
  'parent-service-missing': { severity: 'error', args: ['route', 'service'], source: 'R-513, R-515, A-05' },
  'parent-service-assumed': { severity: 'warning', args: ['route', 'service', 'port'], source: 'S71' },
  'parent-service-headless': { severity: 'warning', args: ['route', 'service'], source: 'R-109, R-515' },
  'parent-service-external-name': { severity: 'warning', args: ['route', 'service'], source: 'R-109, R-515' },
  'parent-port-missing': {
    severity: 'error',
    args: ['route', 'service', 'port', 'ports'],
    source: 'R-114, A-32',
  },
  'parent-section-missing': {
    severity: 'error',
    args: ['route', 'service', 'section', 'sections'],
    source: 'R-113, R-114',
  },
  'parent-kind-not-simulated': { severity: 'info', args: ['route', 'parent'], source: 'R-108' },
  'route-kind-conflict': {
    severity: 'warning',
    args: ['route', 'kind', 'service', 'port'],
    source: 'R-133, R-135, A-07',
  },
  'hostnames-ignored': { severity: 'info', args: ['route', 'hostnames'], source: 'R-141' },
  'route-without-parents': { severity: 'warning', args: ['route'], source: 'R-104' },
  'route-without-rules': { severity: 'warning', args: ['route'], source: 'R-240' },
  'backend-service-missing': { severity: 'error', args: ['route', 'service'], source: 'R-332' },
  'backend-port-missing': {
    severity: 'error',
    args: ['route', 'service', 'port', 'ports'],
    source: 'R-334, A-32',
  },
  'backend-port-is-target-port': {
    severity: 'error',
    args: ['route', 'service', 'port', 'use'],
    source: 'R-116',
  },
  'backend-kind-unknown': { severity: 'error', args: ['route', 'kind'], source: 'R-332' },
  'backend-ref-not-permitted': {
    severity: 'error',
    args: ['route', 'service'],
    source: 'R-139, R-450, A-04',
  },
  'backend-external-name': { severity: 'warning', args: ['route', 'service'], source: 'R-109' },
  'backend-protocol-incompatible': {
    severity: 'error',
    args: ['route', 'service', 'port', 'protocol'],
    source: 'R-339',
  },
  'backend-without-endpoints': { severity: 'warning', args: ['route', 'service', 'port'], source: 'R-333' },
  'rule-without-backends': { severity: 'warning', args: ['route', 'rule'], source: 'R-122, R-331' },
  'weights-all-zero': { severity: 'warning', args: ['route', 'rule'], source: 'R-335, A-17' },
  'mirror-target-unusable': { severity: 'warning', args: ['route', 'service'], source: 'R-316' },
  'selector-picks-nothing': { severity: 'warning', args: ['service', 'selector'], source: 'R-101' },
  'regex-invalid': { severity: 'error', args: ['route', 'pattern', 'reason'], source: 'R-207, A-29' },
} as const satisfies Readonly<Record<string, CodeEntry>>;
