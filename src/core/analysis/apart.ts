import type { Profile } from '../profile/profile.ts';

/** Whether the table of a listener alone decides about the requests that come to it. */
export function areListenersApart({ listenerIsolation, hostnameFallthrough }: Profile): boolean {
  return listenerIsolation && hostnameFallthrough;
}
