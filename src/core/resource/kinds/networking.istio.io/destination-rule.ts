import { objectSchema } from '../../metadata.ts';
import { any, list, present, record, text, textMap } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { type TLSPolicy, tlsPolicyOf } from './tls-policy.ts';
import { EXPORT_TO } from './traffic-schema.ts';

const SUBSET = record(
  'Some of the Pods of the host.',
  {
    name: text('The name that routes use.'),
    labels: textMap('Labels of the Pods. Without any, all Pods are in the subset.'),
    trafficPolicy: any('How connections to the subset are made.'),
  },
  { partial: true },
);

const SPEC = record('What applies to the requests to a host after routing.', {
  host: text('A Service, as a short name in the namespace of this object or as a full DNS name.'),
  trafficPolicy: any('How connections to the host are made.'),
  subsets: list('Named parts of the host.', SUBSET),
  exportTo: EXPORT_TO,
  workloadSelector: record('The Pods of the clients that it is for.', {
    matchLabels: textMap('Labels of the Pods.'),
  }),
});

/** A subset of the host of a DestinationRule. */
export interface SubsetOfHost {
  readonly index: number;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly tls: TLSPolicy | null;
}

export interface DestinationRuleSpec {
  readonly host: string;
  readonly subsets: readonly SubsetOfHost[];
  readonly tls: TLSPolicy | null;
  readonly exportTo: readonly string[];
  /** Null if it applies to all clients. */
  readonly workloadSelector: Readonly<Record<string, string>> | null;
}

export const DESTINATION_RULE = defineKind({
  kind: 'DestinationRule',
  group: 'networking.istio.io',
  versions: ['v1', 'v1beta1', 'v1alpha3'],
  namespaced: true,
  schema: objectSchema('Subsets of a host, and how connections to it are made.', { spec: SPEC }),
  decode(value): DestinationRuleSpec {
    const { host, subsets, exportTo, workloadSelector, trafficPolicy } = value.spec ?? {};
    return {
      host: host ?? '',
      subsets: (subsets ?? []).flatMap((each, index) =>
        each
          ? [
              {
                index,
                name: each.name ?? '',
                labels: each.labels ?? {},
                tls: tlsPolicyOf(each.trafficPolicy),
              },
            ]
          : [],
      ),
      tls: tlsPolicyOf(trafficPolicy),
      exportTo: present(exportTo),
      workloadSelector: workloadSelector ? (workloadSelector.matchLabels ?? {}) : null,
    };
  },
  namesNamespaces: ({ spec }) => spec.exportTo.filter((each) => each !== '*' && each !== '.' && each !== '~'),
});
