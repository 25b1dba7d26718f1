import { own, put } from '../../../text/own.ts';
import type { KeyedDataSpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { holdsEncodedPem, holdsPem } from '../../pem.ts';
import { any, flag, text } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns the identity of a Secret or ConfigMap, which is the only part that is kept. Values are removed, and
 * annotations, too: `kubectl apply` and other tools store the whole object in one.
 */
function identityOf({ apiVersion, kind, metadata, type }: Fields): Fields {
  const all = typeof metadata === 'object' && metadata !== null ? (metadata as Fields) : {};
  const kept: Record<string, unknown> = {};
  for (const field of ['name', 'generateName', 'namespace', 'labels', 'creationTimestamp']) {
    if (own(all, field) !== undefined) put(kept, field, own(all, field));
  }
  return { apiVersion, kind, metadata: kept, ...(type === undefined ? {} : { type }) };
}

/** The fields with values, each with the test that decides whether a value contains PEM. */
type Holders = Readonly<Record<string, (value: string) => boolean>>;

/** Returns the keys of a Secret or ConfigMap. Reports `field-type`, which never contains the value. */
function decodeKeyed(value: Fields, holders: Holders, context: DecodeContext): KeyedDataSpec {
  const keys = new Set<string>();
  const pemKeys = new Set<string>();
  let encrypted = false;
  for (const [field, holds] of Object.entries(holders)) {
    const data = own(value, field);
    if (data === null || data === undefined) continue;
    if (typeof data !== 'object' || Array.isArray(data)) {
      const actual = Array.isArray(data) ? 'list' : typeof data;
      const args = { field, expected: 'mapping', actual };
      context.report({ code: 'field-type', args, place: { path: [field] } });
      continue;
    }
    for (const [key, held] of Object.entries(data)) {
      keys.add(key);
      if (typeof held === 'string') {
        encrypted ||= held.startsWith('ENC[');
        // `stringData` follows `data` and replaces values with the same key.
        if (holds(held)) pemKeys.add(key);
        else pemKeys.delete(key);
      } else if (held !== null && held !== undefined) {
        const actual = Array.isArray(held) ? 'list' : typeof held === 'object' ? 'mapping' : typeof held;
        const args = { field: key, expected: 'string', actual };
        context.report({ code: 'field-type', args, place: { path: [field, key] } });
      }
    }
  }
  return {
    type: typeof value.type === 'string' ? value.type : '',
    pemKeys: [...pemKeys],
    keys: [...keys],
    encrypted,
  };
}

const SECRET_DATA: Holders = { data: holdsEncodedPem, stringData: holdsPem };
const CONFIG_DATA: Holders = { binaryData: holdsEncodedPem, data: holdsPem };

/** The keys and whether they contain PEM are read. The values are never kept. */
export const SECRET = defineKind({
  kind: 'Secret',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('Values to keep to oneself, such as certificates.', {
    type: text('What it is for, for example `kubernetes.io/tls`.', { defaultTo: 'Opaque' }),
    data: any('The values, each in base64.'),
    stringData: any('The values as they are.'),
    immutable: flag('It never changes.'),
  }),
  redact: identityOf,
  decode: (value, context) => decodeKeyed(value, SECRET_DATA, context),
});

/** The ConfigMap with the configuration of a mesh of Istio. */
const MESH_CONFIG = 'istio';
const OUTBOUND = /^outboundTrafficPolicy:\s*(?:\{\s*|\n\s+)mode:\s*["']?(\w+)/m;

const ROOT_NAMESPACE = /^rootNamespace:\s*["']?([\w.-]+)/m;
const TRUST_DOMAIN = /^trustDomain:\s*["']?([\w.-]+)/m;

/** Returns the pattern of a list of names, in flow or block style. */
const listPattern = (field: string) =>
  new RegExp(`^${field}:\\s*(?:\\[([^\\]]*)\\]|((?:\\n[ \\t]*-[^\\n]*)+))`, 'm');

const ALIASES = listPattern('trustDomainAliases');
const EXPORTS = {
  services: listPattern('defaultServiceExportTo'),
  virtualServices: listPattern('defaultVirtualServiceExportTo'),
  destinationRules: listPattern('defaultDestinationRuleExportTo'),
} as const;

type MeshSettings = Pick<
  KeyedDataSpec,
  'outboundMode' | 'rootNamespace' | 'trustDomain' | 'trustDomainAliases' | 'exportDefaults'
>;

/** Returns the names of a list in a text. The list is empty if the text does not have the field. */
function listIn(text: string, pattern: RegExp): readonly string[] {
  const [, flow, block] = pattern.exec(text) ?? [];
  const items = flow?.split(',') ?? block?.split('\n').map((line) => line.replace(/^\s*-/, '')) ?? [];
  return items.map((each) => each.trim().replace(/^["']|["']$/g, '')).filter(Boolean);
}

/** Returns the settings of the configuration of a mesh that are kept. */
function meshSettings(name: string, data: unknown): MeshSettings {
  if (name !== MESH_CONFIG || typeof data !== 'object' || data === null) return {};
  const mesh = own(data as Fields, 'mesh');
  if (typeof mesh !== 'string') return {};
  const mode = OUTBOUND.exec(mesh)?.[1];
  const rootNamespace = ROOT_NAMESPACE.exec(mesh)?.[1];
  const trustDomain = TRUST_DOMAIN.exec(mesh)?.[1];
  const trustDomainAliases = listIn(mesh, ALIASES);
  const exportDefaults = {
    services: listIn(mesh, EXPORTS.services),
    virtualServices: listIn(mesh, EXPORTS.virtualServices),
    destinationRules: listIn(mesh, EXPORTS.destinationRules),
  };
  return {
    ...(mode === undefined ? {} : { outboundMode: mode }),
    ...(rootNamespace === undefined ? {} : { rootNamespace }),
    ...(trustDomain === undefined ? {} : { trustDomain }),
    ...(trustDomainAliases.length === 0 ? {} : { trustDomainAliases }),
    ...(Object.values(exportDefaults).every(({ length }) => length === 0) ? {} : { exportDefaults }),
  };
}

export const CONFIG_MAP = defineKind({
  kind: 'ConfigMap',
  group: '',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema('Values for anyone to read, such as settings.', {
    data: any('The values.'),
    binaryData: any('Values that are no text, each in base64.'),
    immutable: flag('It never changes.'),
  }),
  redact: identityOf,
  decode: (value, context) => ({
    ...decodeKeyed(value, CONFIG_DATA, context),
    type: '',
    ...meshSettings(context.name, value.data),
  }),
});
