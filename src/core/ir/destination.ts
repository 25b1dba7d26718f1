import type { BackendKey } from './backend.ts';
import type { Status } from './status.ts';

/**
 * The reason why a reference cannot be used: a condition reason of the API, or one for a destination of
 * Istio (Istio 8.4).
 */
type ReferenceCause =
  | 'InvalidKind'
  | 'BackendNotFound'
  | 'RefNotPermitted'
  | 'UnsupportedProtocol'
  | 'SubsetNotFound'
  | 'NoCluster';

/** The target of a backendRef. */
export type Destination =
  | {
      readonly kind: 'backend';
      readonly key: BackendKey;
      /**
       * True for a reference in a mesh to another namespace without a ReferenceGrant. The specification does
       * not say whether it may be used.
       */
      readonly ungranted?: true;
    }
  /** The parent Service itself, for a rule whose backends the manifest leaves out. */
  | { readonly kind: 'parent' }
  /**
   * A kind that an implementation may forward to and that is not simulated. The result for its
   * share is unknown. `what` is the id of the object.
   */
  | { readonly kind: 'not-simulated'; readonly what: string }
  /**
   * A reference that cannot be used. Its share of the requests fails. `detail` distinguishes several
   * causes with the same reason.
   */
  | {
      readonly kind: 'unresolved';
      readonly cause: ReferenceCause;
      /** The subset that the reference names (Istio 8.2). */
      readonly subset?: string;
      /** The ids of the objects that define the subset for other clients (Istio 9.3). */
      readonly definedBy?: readonly string[];
      /** The answer to the requests of its share. */
      readonly status: Status;
      readonly detail:
        | 'kind'
        | 'service'
        | 'subset'
        | 'object'
        | 'port'
        | 'transport'
        | 'grant'
        | 'protocol'
        | 'external-name';
      readonly ungranted?: true;
    };
