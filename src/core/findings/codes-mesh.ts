import type { CodeEntry } from './code-entry.ts';

/** Findings about objects of Istio, and what KT-env derives. */
export const MESH_CODES = {
  'subset-undefined': {
    severity: 'error',
    args: ['route', 'service', 'subset', 'clients', 'rules'],
    source: 'Istio 8.4, 9.1, 9.3',
  },
  'subset-selects-nothing': {
    severity: 'warning',
    args: ['resource', 'subset', 'service', 'labels'],
    source: 'Istio 8.5, 8.6',
  },
  'virtual-service-hidden': {
    severity: 'warning',
    args: ['resource', 'other', 'host'],
    source: 'Istio 3.3, 3.7',
  },
  'virtual-services-conflict': {
    severity: 'info',
    args: ['resource', 'other', 'host', 'clients'],
    source: 'Istio 3.4, 3.5, 3.7',
  },
  'dialects-mixed': {
    severity: 'warning',
    args: ['route', 'service', 'winners', 'clients'],
    source: 'Istio 13.1, 13.2',
  },
  'service-not-exported': { severity: 'warning', args: ['service', 'exportTo'], source: 'Istio 2.6' },
  'istio-gateway-missing': {
    severity: 'error',
    args: ['resource', 'gateway'],
    source: 'Istio 2.3, 14.2, 16.2',
  },
  'host-not-at-gateway': {
    severity: 'warning',
    args: ['resource', 'host', 'gateways'],
    source: 'Istio 14.1, 16.2',
  },
  'gateway-selects-nothing': { severity: 'warning', args: ['resource', 'labels'], source: 'Istio 14.1' },
  'gateway-servers-conflict': {
    severity: 'warning',
    args: ['resource', 'server', 'port', 'other', 'kept', 'why'],
    source: 'Istio 14.1',
  },
  'service-entry-refused': {
    severity: 'error',
    args: ['resource', 'why'],
    source: 'Istio documentation, Service Entry',
  },
  'cors-policy-refused': {
    severity: 'error',
    args: ['resource', 'why', 'value'],
    source: 'Istio documentation, Virtual Service',
  },
  'virtual-environment-replaced': {
    severity: 'warning',
    args: ['resource', 'by'],
    source: 'KT-env 20.1',
  },
  'virtual-environment-without-effect': {
    severity: 'warning',
    args: ['resource', 'namespace', 'label', 'services'],
    source: 'KT-env 20.2, 20.5',
  },
  'lane-default-missing': {
    severity: 'warning',
    args: ['resource', 'subset', 'service', 'label'],
    source: 'KT-env 20.6',
  },
  'lane-port-not-http': {
    severity: 'info',
    args: ['service', 'port', 'environment', 'environments'],
    source: 'KT-env 20.3, 20.6',
  },
  'object-overwritten': { severity: 'warning', args: ['resource', 'by', 'how'], source: 'KT-env 20.5' },
} as const satisfies Readonly<Record<string, CodeEntry>>;
