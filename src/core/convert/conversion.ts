import type { ChangeReport } from '../answers/report-difference.ts';
import { blockYAML } from '../manifest/block-yaml.ts';
import { placer } from '../pipeline.ts';
import type { Profile } from '../profile/profile.ts';
import { GATEWAY_CLASS, INGRESS, VIRTUAL_SERVICE } from '../resource/kinds/rare-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { classDocuments } from './class-documents.ts';
import type { Loss } from './loss.ts';
import { LossList } from './loss-list.ts';
import { lossesOfClass } from './losses-of-class.ts';
import { NewNames } from './names.ts';
import type { ConvertedClass } from './prove-class.ts';
import { proveConversion } from './prove-conversion.ts';
import type { NewDocument } from './route-documents.ts';
import type { ChangeTopic } from './topic-of-change.ts';

/** What the caller of a conversion chooses. */
export interface ConversionOptions {
  /** The implementation that the result is for. The default is the profile of the snapshot. */
  readonly profile?: Profile;
  /** The class of the new Gateways. The default is the only GatewayClass of the manifests, or `example`. */
  readonly gatewayClass?: string;
  /** `ns/name` of the new Gateway of the first class. The default is the name of the class, next to most Ingresses. */
  readonly gateway?: string;
  /** The ids of the Ingresses to convert. The default is all. */
  readonly only?: readonly string[];
}

/** A class of requests that the result treats differently. */
export interface ConversionChange extends ChangeReport {
  /** What the difference is about. */
  readonly topic: ChangeTopic;
  /** The hosts of the class: names, wildcards, and `*` for all other hosts. The first is that of the witness. */
  readonly hosts: readonly string[];
  /** The witness as it enters the new Gateway: `gateway` instead of the class of Ingresses. */
  readonly witnessAfter: ChangeReport['witness'];
}

/** The comparison of the result with the source, over all requests. */
export interface ConversionProof {
  /** True without changes is a proof that there are none. */
  readonly complete: boolean;
  readonly changes: readonly ConversionChange[];
}

/** The manifests that take the place of Ingresses, what they lose, and the comparison of both. */
export interface Conversion {
  /** The new resources as YAML, one text for each. The Services and Secrets of the source stay. */
  readonly documents: readonly string[];
  /** The new Gateway (`ns/name`) of each class of Ingresses. */
  readonly gateways: readonly { readonly ingressClass: string; readonly gateway: string }[];
  readonly losses: readonly Loss[];
  readonly proof: ConversionProof;
}

/**
 * Returns Gateway API resources for the Ingresses of a snapshot. They are made from what the controllers do, not
 * from what the Ingresses say: leaks of canaries, the location `/` of each host and merged namespaces are carried
 * over. The result is compared with the source over all requests.
 *
 * What protects a path and has no equal is lost with the severity `error`, and the rule of the path is written
 * without backends: it answers 500 and lets nothing through.
 *
 * @example
 * ```
 * const { documents, losses, proof } = convertIngresses(snapshot);
 * proof.complete && proof.changes.length === 0; // every request gets the same answer
 * ```
 */
export function convertIngresses(snapshot: Snapshot, options: ConversionOptions = {}): Conversion {
  const { cluster, control } = snapshot;
  const profile = options.profile ?? snapshot.profile;
  const losses = new LossList(placer(snapshot.locator));
  const names = new NewNames(cluster);
  const only = options.only === undefined ? null : new Set(options.only);
  const gatewayClass = options.gatewayClass ?? defaultClass(snapshot);
  const documents: NewDocument[] = [];
  const classes: ConvertedClass[] = [];
  for (const proxy of control.ir.gateways.values()) {
    const { controller } = proxy;
    if (controller === undefined) continue;
    const takes = (ingress: string) => only === null || only.has(ingress);
    const gateway = classes.length === 0 ? (options.gateway ?? null) : null;
    const input = { proxy, controller, cluster, profile, losses, names, gatewayClass, gateway, takes };
    lossesOfClass(input);
    const made = classDocuments(input);
    if (made === null) continue;
    documents.push(...made.documents);
    classes.push({ proxy, gateway: made.gateway, takes });
  }
  for (const { id, origin } of cluster.resourcesOf(VIRTUAL_SERVICE))
    if (only === null || only.has(id))
      losses.add(id, { ...origin, path: [...origin.root, 'spec'], implied: false }, 'kind-not-converted', {
        kind: 'VirtualService',
      });
  const texts = documents.map(textOf);
  return {
    documents: texts,
    gateways: classes.map(({ proxy, gateway }) => ({
      ingressClass: proxy.controller?.className ?? '',
      gateway,
    })),
    losses: losses.all(),
    proof: proveConversion(snapshot, texts, classes, profile),
  };
}

/** Returns true if a snapshot has something to convert. */
export function hasIngresses({ cluster }: Snapshot): boolean {
  return cluster.resourcesOf(INGRESS).length > 0;
}

function defaultClass({ cluster }: Snapshot): string {
  const classes = cluster.resourcesOf(GATEWAY_CLASS);
  return classes.length === 1 ? (classes[0]?.name ?? 'example') : 'example';
}

function textOf({ comments, manifest }: NewDocument): string {
  const lines = [
    ...comments.map((comment) => `# ${comment.replace(/[\r\n]+/g, ' ')}`),
    ...blockYAML(manifest),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
