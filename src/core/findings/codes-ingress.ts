import type { CodeEntry } from './code-entry.ts';

/** Findings about Ingresses that need other objects: their classes and their backends. */
export const INGRESS_CODES = {
  'ingress-class-missing': { severity: 'warning', args: ['ingress', 'class', 'classes'], source: 'I-103' },
  'ingress-class-default': { severity: 'info', args: ['ingress', 'class'], source: 'I-104' },
  'ingress-class-none': { severity: 'warning', args: ['ingress', 'classes'], source: 'I-104, I-105' },
  'ingress-service-missing': { severity: 'error', args: ['ingress', 'service'], source: 'I-101, I-402' },
  'ingress-port-missing': {
    severity: 'error',
    args: ['ingress', 'service', 'port', 'ports'],
    source: 'I-401, I-402',
  },
  'ingress-port-is-target-port': {
    severity: 'warning',
    args: ['ingress', 'service', 'port', 'use'],
    source: 'I-401, I-613',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
