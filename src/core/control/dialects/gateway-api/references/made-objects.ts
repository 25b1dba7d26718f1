import type { Cluster } from '../../../../cluster/cluster.ts';
import { formatResourceId } from '../../../../ids/ids.ts';
import type { UnknownResource } from '../../../../resource/decoded-resource.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns the Secrets and ConfigMaps, as `KIND/ns/name`, that controllers create from other objects of the
 * bundle.
 */
export function madeObjects(cluster: Cluster): ReadonlySet<string> {
  const known = made.get(cluster);
  if (known) return known;
  const names = new Set<string>();
  for (const resource of cluster.others) for (const name of madeBy(resource)) names.add(name);
  made.set(cluster, names);
  return names;
}

const made = new WeakMap<Cluster, ReadonlySet<string>>();

/**
 * Returns the objects that cert-manager, External Secrets, Sealed Secrets, trust-manager and similar
 * controllers create. The kind determines the field with the name.
 */
function madeBy({ kind, namespace, name, raw }: UnknownResource): readonly string[] {
  const spec = mapping(mapping(raw)?.spec);
  const secret = (called: unknown) =>
    typeof called === 'string' && called !== '' ? [formatResourceId('Secret', namespace, called)] : [];
  switch (kind) {
    case 'Certificate':
      return secret(spec?.secretName);
    case 'ExternalSecret':
      return secret(mapping(spec?.target)?.name ?? name);
    case 'SealedSecret':
      return secret(mapping(mapping(spec?.template)?.metadata)?.name ?? name);
    case 'VaultStaticSecret':
    case 'VaultDynamicSecret':
    case 'VaultPKISecret':
      return secret(mapping(spec?.destination)?.name);
    case 'SecretProviderClass':
      return listOf(spec?.secretObjects).flatMap((item) => secret(mapping(item)?.secretName));
    case 'OnePasswordItem':
    case 'BitwardenSecret':
    case 'InfisicalSecret':
    case 'DopplerSecret':
      return secret(name);
    default:
      return [];
  }
}

/** Annotations that make cert-manager create the certificates of a Gateway. */
const ISSUERS = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

/** Returns true if cert-manager creates the Secrets that the listeners of an object name. */
export function asksForCertificates(annotations: Readonly<Record<string, string>>): boolean {
  return ISSUERS.some((name) => Object.hasOwn(annotations, name));
}

function mapping(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
