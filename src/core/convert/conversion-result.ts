import type { ChangeReport } from '../answers/report-difference.ts';
import type { Profile } from '../profile/profile.ts';
import type { Loss } from './loss.ts';
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
