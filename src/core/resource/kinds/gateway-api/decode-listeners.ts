import type { Path } from '../../../text/path.ts';
import type { Listener } from '../../gateway-resource.ts';
import type { ValidatedList } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { decodeAllowed } from './allowed-namespaces.ts';
import { checkCoreGroup } from './check-core-group.ts';
import { checkListener, checkListeners } from './check-listeners.ts';
import { decodeNamedRefs } from './decode-references.ts';
import type { WrittenListener } from './listener-schema.ts';

const NO_KINDS: Listener['allowedRoutes']['kinds'] = [];

/**
 * Returns the listeners. Of listeners with one name the first counts. The repetition is
 * already reported. Reports the codes of check-listeners.ts and allowed-namespaces.ts.
 */
export function decodeListeners(
  items: ValidatedList<WrittenListener>,
  context: DecodeContext,
): readonly Listener[] {
  const listeners: Listener[] = [];
  const names = new Set<string>();
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null || names.has(item.name)) continue;
    names.add(item.name);
    const path = ['spec', 'listeners', index];
    checkListener(item, context, path);
    listeners.push(decodeListener(item, index, context, path));
  }
  checkListeners(listeners, context);
  return listeners;
}

function decodeListener(item: WrittenListener, index: number, context: DecodeContext, path: Path): Listener {
  const { tls, allowedRoutes } = item;
  return {
    name: item.name,
    index,
    hostname: item.hostname ? item.hostname.toLowerCase() : null,
    port: item.port,
    protocol: item.protocol,
    tls:
      tls === null || tls === undefined
        ? null
        : {
            mode: tls.mode ?? 'Terminate',
            certificateRefs: decodeNamedRefs(tls.certificateRefs, '', 'Secret', context, [
              ...path,
              'tls',
              'certificateRefs',
            ]),
            hasOptions: hasEntries(tls.options),
          },
    allowedRoutes: {
      namespaces: decodeAllowed(allowedRoutes, 'Same', context, [...path, 'allowedRoutes']),
      kinds: decodeKinds(allowedRoutes?.kinds, context, [...path, 'allowedRoutes', 'kinds']),
    },
  };
}

function decodeKinds(
  items: NonNullable<WrittenListener['allowedRoutes']>['kinds'],
  context: DecodeContext,
  path: Path,
): Listener['allowedRoutes']['kinds'] {
  if (items === null || items === undefined) return NO_KINDS;
  return items.flatMap((item, index) =>
    item === undefined || item === null
      ? []
      : [
          {
            group: checkCoreGroup(context, item.group ?? 'gateway.networking.k8s.io', [
              ...path,
              index,
              'group',
            ]),
            kind: item.kind,
          },
        ],
  );
}

function hasEntries(value: object | null | undefined): boolean {
  return value !== null && value !== undefined && Object.keys(value).length > 0;
}
