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
  'ingress-external-name-local': { severity: 'error', args: ['ingress', 'service', 'name'], source: 'I-406' },
  'ingress-path-shadowed': {
    severity: 'warning',
    args: ['ingress', 'host', 'path', 'by', 'why'],
    source: 'I-304, I-601, I-605, I-802',
  },
  'ingress-tls-host-without-rule': { severity: 'info', args: ['ingress', 'host'], source: 'I-501' },
  'nginx-ingress-dropped': { severity: 'error', args: ['ingress', 'annotation'], source: 'I-602' },
  'nginx-duplicate-location': {
    severity: 'error',
    args: ['ingress', 'host', 'path', 'other', 'by'],
    source: 'I-609',
  },
  'nginx-regex-by-neighbour': {
    severity: 'warning',
    args: ['ingress', 'host', 'path', 'by'],
    source: 'I-610',
  },
  'nginx-slash-added': { severity: 'info', args: ['ingress', 'host', 'path', 'bare'], source: 'I-608' },
  'nginx-default-backend-of-hosts': {
    severity: 'info',
    args: ['ingress', 'service', 'hosts'],
    source: 'I-603, I-606',
  },
  'nginx-canary-inert': {
    severity: 'warning',
    args: ['ingress', 'host', 'path', 'service', 'why'],
    source: 'I-708',
  },
  'nginx-canary-takes-hosts': {
    severity: 'error',
    args: ['ingress', 'host', 'path', 'service'],
    source: 'I-708',
  },
  'nginx-service-of-canary': {
    severity: 'error',
    args: ['ingress', 'host', 'path', 'service', 'canary'],
    source: 'I-708',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
