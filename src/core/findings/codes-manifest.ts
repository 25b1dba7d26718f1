import type { CodeEntry } from './code-entry.ts';

/** Faults in the text of a document, regardless of its meaning. */
export const MANIFEST_CODES = {
  'yaml-syntax': { severity: 'error', args: ['reason', 'detail'], source: 'YAML 1.2' },
  'yaml-syntax-more': { severity: 'error', args: ['count'], source: 'YAML 1.2' },
  'tab-indentation': { severity: 'error', args: [], source: 'YAML 1.2, 6.1' },
  'duplicate-key': { severity: 'error', args: ['key'], source: 'YAML 1.2, 3.2.1.1; kubectl strict decoding' },
  'complex-key': { severity: 'error', args: [], source: 'Kubernetes objects are JSON: keys are strings' },
  'unknown-tag': { severity: 'warning', args: ['tag'], source: 'YAML 1.2, 6.8' },
  'alias-unknown': { severity: 'error', args: ['name'], source: 'YAML 1.2, 7.1' },
  'alias-to-itself': { severity: 'error', args: ['name'], source: 'YAML 1.2, 3.2.1' },
  'alias-expansion-too-large': { severity: 'error', args: ['limit'], source: 'Guard of this program' },
  'too-many-aliases': { severity: 'error', args: ['limit'], source: 'Guard of this program' },
  'merge-not-a-mapping': { severity: 'error', args: [], source: 'YAML 1.1 merge keys' },
  'nesting-too-deep': { severity: 'error', args: ['limit'], source: 'Guard of this program' },
  'document-too-large': {
    severity: 'error',
    args: ['size', 'limit'],
    source: 'Guard of this program; etcd refuses it too',
  },
  'too-many-documents': { severity: 'error', args: ['limit'], source: 'Guard of this program' },
  'control-character': { severity: 'error', args: ['character', 'count'], source: 'YAML 1.2, 5.1' },
  'invalid-utf8': { severity: 'warning', args: ['count'], source: 'YAML 1.2, 5.2' },
  'unrendered-template': { severity: 'error', args: ['template'], source: 'Helm' },
  'manifest-is-a-sketch': { severity: 'warning', args: ['count'], source: 'R-201; articles elide' },
  'text-around-manifest': {
    severity: 'warning',
    args: ['form'],
    source: 'Text copied with its surroundings',
  },
  'indentation-lost': { severity: 'warning', args: [], source: 'Text copied from a web page' },
  'line-breaks-lost': { severity: 'warning', args: [], source: 'Text copied from a web page' },
} as const satisfies Readonly<Record<string, CodeEntry>>;
