import type { PolicyTargetRef } from '../../gateway-resource.ts';
import { list, present, record, text, textMap, type Validated } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';

export const SELECTOR = record('The Pods that it is for. All of the namespace when left out.', {
  matchLabels: textMap('Labels of the Pods.'),
});

export const TARGET = record(
  'An object that it is for.',
  {
    group: text('The API group of the object. Empty for the core group.'),
    kind: text('The kind of the object.'),
    name: text('The name of the object.'),
    namespace: text('The namespace of the object.'),
  },
  { partial: true },
);

export const TARGETS = list('The objects that it is for: Gateways, or Services with a waypoint.', TARGET);

/** Returns the labels of a selector. Null means all Pods: no selector, or one without labels. */
export function selectorOf(
  value: Validated<typeof SELECTOR> | null | undefined,
): Readonly<Record<string, string>> | null {
  const labels = value?.matchLabels ?? {};
  return Object.keys(labels).length === 0 ? null : labels;
}

type WrittenTarget = Validated<typeof TARGET>;

/** Returns the targets of `targetRef` and `targetRefs`. */
export function targetsOf(
  one: WrittenTarget | null | undefined,
  several: readonly (WrittenTarget | undefined)[] | null | undefined,
  { namespace }: Pick<DecodeContext, 'namespace'>,
): readonly PolicyTargetRef[] {
  const of = (value: WrittenTarget, path: readonly (string | number)[]): readonly PolicyTargetRef[] => {
    const { group, kind, name } = value;
    if (!kind || !name) return [];
    return [
      { group: group ?? '', kind, namespace: value.namespace || namespace, name, sectionName: null, path },
    ];
  };
  return [
    ...(one ? of(one, ['spec', 'targetRef']) : []),
    ...(several ?? []).flatMap((each, at) => (each ? of(each, ['spec', 'targetRefs', at]) : [])),
  ];
}

/** Returns the items of a list of texts. Empty if it is left out. */
export function textsOf(items: readonly (string | undefined)[] | null | undefined): readonly string[] {
  return present(items);
}
