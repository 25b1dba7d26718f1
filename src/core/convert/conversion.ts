import { blockYAML } from '../manifest/block-yaml.ts';
import { placer } from '../pipeline.ts';
import { GATEWAY_CLASS, INGRESS, VIRTUAL_SERVICE } from '../resource/kinds/rare-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { classDocuments } from './class-documents.ts';
import type { Conversion, ConversionOptions } from './conversion-result.ts';
import { LossList } from './loss-list.ts';
import { lossesOfClass } from './losses-of-class.ts';
import { NewNames } from './names.ts';
import type { ConvertedClass } from './prove-class.ts';
import { proveConversion } from './prove-conversion.ts';
import type { NewDocument } from './route-documents.ts';

export type {
  Conversion,
  ConversionChange,
  ConversionOptions,
  ConversionProof,
} from './conversion-result.ts';

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
