import type { BackendKey } from './backend.ts';
import type { Status } from './status.ts';

/** Why a reference cannot be used, in the API's words. */
type ReferenceCause = 'InvalidKind' | 'BackendNotFound' | 'RefNotPermitted' | 'UnsupportedProtocol';

/** What a backendRef leads to. */
export type Destination =
  | {
      readonly kind: 'backend';
      readonly key: BackendKey;
      /** In a mesh, in another namespace, without a ReferenceGrant: whether that matters is open. */
      readonly ungranted?: true;
    }
  /** A sketch that elided its backends: the parent Service itself. */
  | { readonly kind: 'parent' }
  /**
   * A kind that an implementation may forward to and that is not simulated: nothing is known of its share.
   * `what` is the object's id.
   */
  | { readonly kind: 'not-simulated'; readonly what: string }
  /** The reference fails its share instead of throwing; `detail` tells apart what one cause covers. */
  | {
      readonly kind: 'unresolved';
      readonly cause: ReferenceCause;
      /** The answer to the requests of its share. */
      readonly status: Status;
      readonly detail:
        | 'kind'
        | 'service'
        | 'object'
        | 'port'
        | 'transport'
        | 'grant'
        | 'protocol'
        | 'external-name';
      readonly ungranted?: true;
    };
