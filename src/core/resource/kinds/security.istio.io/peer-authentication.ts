import { objectSchema } from '../../metadata.ts';
import { any, openWord, record } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { SELECTOR, selectorOf } from './workload-selector.ts';

const MODES = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'] as const;

const MUTUAL_TLS = record('Which connections are accepted.', {
  mode: openWord(
    '`STRICT` accepts only mutual TLS, `PERMISSIVE` accepts plain text too, `DISABLE` accepts only plain text.',
    MODES,
  ),
});

const SPEC = record('Which connections the Pods accept.', {
  selector: SELECTOR,
  mtls: MUTUAL_TLS,
  portLevelMtls: any('The modes of single ports of the Pods, by number.'),
});

/** The mode of mutual TLS. Null means that a wider policy decides. Other words are kept. */
export type MutualTlsMode = string | null;

export interface PeerAuthenticationSpec {
  /** Null for all Pods. */
  readonly selector: Readonly<Record<string, string>> | null;
  readonly mode: MutualTlsMode;
  /** The modes of ports, in the order of their numbers. */
  readonly ports: readonly (readonly [port: number, mode: MutualTlsMode])[];
}

function modeOf(written: unknown): MutualTlsMode {
  if (typeof written !== 'object' || written === null || !('mode' in written)) return null;
  const { mode } = written;
  return typeof mode === 'string' && mode !== '' && mode !== 'UNSET' ? mode : null;
}

export const PEER_AUTHENTICATION = defineKind({
  kind: 'PeerAuthentication',
  group: 'security.istio.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Whether some Pods require mutual TLS.', { spec: SPEC }),
  decode(value, context): PeerAuthenticationSpec {
    const { selector, mtls, portLevelMtls } = value.spec ?? {};
    const ports: (readonly [number, MutualTlsMode])[] = [];
    if (typeof portLevelMtls === 'object' && portLevelMtls !== null) {
      for (const [port, written] of Object.entries(portLevelMtls)) {
        const number = Number(port);
        if (Number.isInteger(number) && number > 0 && number < 65_536) ports.push([number, modeOf(written)]);
        else {
          const args = { field: port, expected: 'integer', actual: 'string' };
          context.report({ code: 'field-type', args, place: { path: ['spec', 'portLevelMtls', port] } });
        }
      }
    }
    return { selector: selectorOf(selector), mode: modeOf(mtls), ports: ports.sort(([a], [b]) => a - b) };
  },
});
