import type { SimRequest } from '../ir/request.ts';
import { ASKED_AGAIN_RULES, type Profile } from '../profile/profile.ts';
import { PROXY_FIELDS } from '../profile/proxy-rules.ts';

/** The fields of a profile whose effect is found by deciding the request again with each other value. */
export const ASKED_AGAIN = Object.keys(ASKED_AGAIN_RULES) as readonly AskedAgain[];

/** A field of which a request is decided again with each other value. */
export type AskedAgain = keyof typeof ASKED_AGAIN_RULES;

const IN_PROXIES: ReadonlySet<keyof Profile> = new Set(PROXY_FIELDS);

/**
 * Returns the fields of which another value could change the outcome of a request. `read` are the fields that
 * were read for its trace: the data plane gives the same outcome for any value of a field that it does not
 * read. The fields of proxy configurations are read before there is a request. They act at Gateways and on
 * clients outside the mesh. `tables` are the fields that were read when the tables were compiled.
 */
export function fieldsThatMayMatter(
  { from, gateway }: SimRequest,
  read: ReadonlySet<keyof Profile>,
  tables: ReadonlySet<keyof Profile>,
): readonly AskedAgain[] {
  const dependsOnProxies = gateway !== null || from?.inMesh === false;
  return ASKED_AGAIN.filter(
    (field) =>
      read.has(field) ||
      (gateway === null && tables.has(field)) ||
      (dependsOnProxies && IN_PROXIES.has(field)),
  );
}
