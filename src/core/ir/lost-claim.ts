/** Routes that name the host of a virtual host, and do not decide there for a class of clients (Istio 3.7, 13). */
export interface LostClaim {
  /** The ids of the routes that do not apply. */
  readonly routes: readonly string[];
  /** The ids of the routes that have the host. */
  readonly winners: readonly string[];
  /**
   * `private`: the winner is private to the namespace of the clients, or exported to it by name.
   * `own-namespace`: the winner is a route of Gateway API in the namespace of the clients. `older`: the winner
   * is older, or first by name.
   */
  readonly why: 'private' | 'own-namespace' | 'older';
}
