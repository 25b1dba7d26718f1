import { describe, expect, test } from 'vitest';
import { entry, routeTable } from '../../../../tests/route-tables.ts';
import type { ClassOwner } from '../../ids/client-classes.ts';
import type { RouteTable, Scope } from '../../ir/table.ts';
import { CONSUMERS_BEFORE_PRODUCERS } from './consumers-before-producers.ts';

const table = (role: Scope['role'], namespace: string, more: Partial<RouteTable> = {}): RouteTable => ({
  ...routeTable([entry([])]),
  scope: { role, namespace },
  ...more,
});
const PRODUCER = table('producer', 'shop');
const WEB = table('consumer', 'web');
const API = table('consumer', 'api');
const PACKETS = table('producer', 'shop', { transport: 'udp' });
const LOST = table('consumer', 'web', { routes: [] });
const clients = (namespace: string | null): ClassOwner => ({ kind: 'mesh', namespace });

describe('the tables of a Service port as one class meets them', () => {
  test.each<[string, RouteTable[], ClassOwner, RouteTable | null, RouteTable | null, RouteTable[]]>([
    ['none', [], clients('web'), null, null, []],
    ['the producer table for everybody else', [WEB, PRODUCER], clients(null), PRODUCER, null, [WEB]],
    ['the own consumer table before it', [API, WEB, PRODUCER], clients('web'), WEB, PRODUCER, [API]],
    ['the own consumer table alone', [WEB], clients('web'), WEB, null, []],
    ['no table of others', [API, WEB], clients('shop'), null, null, [API, WEB]],
    ['no table of another transport', [PRODUCER, PACKETS], clients(null), PRODUCER, null, []],
    ['no table whose routes all lost', [LOST, PRODUCER], clients('web'), PRODUCER, null, []],
  ])('%s', (_what, tables, owner, met, hidden, elsewhere) => {
    const found = CONSUMERS_BEFORE_PRODUCERS.tablesFor(tables, 'tcp', owner);
    expect(found.table).toBe(met);
    expect(found.hidden).toBe(hidden);
    expect(found.elsewhere()).toEqual(elsewhere);
  });

  test('of packets are those of UDPRoutes', () => {
    expect(CONSUMERS_BEFORE_PRODUCERS.tablesFor([PRODUCER, PACKETS], 'udp', clients(null)).table).toBe(
      PACKETS,
    );
  });
});
