import { describe, expect, test } from 'vitest';
import { load, manifest } from '../../../../../../tests/manifests.ts';
import type { AllowedNamespaces, LabelSelector } from '../../../../resource/gateway-resource.ts';
import { type Admission, allowsNamespace } from './namespace-selector.ts';

const { cluster } = load([
  manifest('v1', 'Namespace', 'shop', {}, { labels: { team: 'red', tier: 'front' } }),
  manifest('v1', 'Namespace', 'bare'),
]);

const NAME = 'kubernetes.io/metadata.name';
const labels = (matchLabels: LabelSelector['matchLabels']): LabelSelector => ({
  matchLabels,
  matchExpressions: [],
});
const where = (key: string, operator: string, ...values: string[]): LabelSelector => ({
  matchLabels: {},
  matchExpressions: [{ key, operator, values }],
});

describe('the namespaces that something in namespace `own` lets in', () => {
  test.each<[AllowedNamespaces['from'], string, Admission]>([
    ['All', 'shop', 'yes'],
    ['None', 'own', 'no'],
    ['Same', 'own', 'yes'],
    ['Same', 'shop', 'no'],
    ['Selector', 'own', 'no'],
  ])('from %s without a selector, namespace %s: %s', (from, namespace, expected) => {
    expect(allowsNamespace({ from, selector: null }, 'own', namespace, cluster)).toBe(expected);
  });

  test.each<[string, LabelSelector, Admission, Admission, Admission]>([
    ['nothing', labels({}), 'yes', 'yes', 'yes'],
    ['a label', labels({ team: 'red' }), 'yes', 'no', 'unknown'],
    ['two labels', labels({ team: 'red', tier: 'back' }), 'no', 'no', 'unknown'],
    ['the name', labels({ [NAME]: 'shop' }), 'yes', 'no', 'no'],
    ['the name and a label', labels({ [NAME]: 'none', team: 'red' }), 'no', 'no', 'unknown'],
    ['In', where('team', 'In', 'blue', 'red'), 'yes', 'no', 'unknown'],
    ['In others', where('team', 'In', 'blue'), 'no', 'no', 'unknown'],
    ['NotIn', where('team', 'NotIn', 'red'), 'no', 'yes', 'unknown'],
    ['NotIn others', where('team', 'NotIn', 'blue'), 'yes', 'yes', 'unknown'],
    ['Exists', where('team', 'Exists'), 'yes', 'no', 'unknown'],
    ['DoesNotExist', where('team', 'DoesNotExist'), 'no', 'yes', 'unknown'],
    ['the name by an expression', where(NAME, 'NotIn', 'shop'), 'no', 'yes', 'yes'],
    ['In without values', where('team', 'In'), 'no', 'no', 'no'],
    ['Exists with values', where('team', 'Exists', 'red'), 'no', 'no', 'no'],
    ['an unknown operator', where('team', 'Gt', '1'), 'no', 'no', 'no'],
    [
      'labels and expressions',
      { ...where('tier', 'Exists'), matchLabels: { team: 'blue' } },
      'no',
      'no',
      'unknown',
    ],
  ])('by a selector: %s', (_what, selector, declared, unlabelled, undeclared) => {
    const admits = (namespace: string) =>
      allowsNamespace({ from: 'Selector', selector }, 'own', namespace, cluster);
    expect([admits('shop'), admits('bare'), admits('none')]).toEqual([declared, unlabelled, undeclared]);
  });

  test('a label that decides against a namespace counts more than one that is unknown', () => {
    const selector = labels({ [NAME]: 'other', team: 'red' });
    expect(allowsNamespace({ from: 'Selector', selector }, 'own', 'none', cluster)).toBe('no');
  });
});
