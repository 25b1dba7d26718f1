import faces from '../../examples/faces.yaml?raw';
import { own } from '../core/text/own.ts';
import type { TextFile } from './model.ts';
import { EMPTY_REQUEST, type RequestFields } from './request-fields.ts';

/** An example of the menu, with the request that shows its point. */
export interface Example {
  readonly id: string;
  readonly files: readonly TextFile[];
  readonly request: RequestFields;
  /** A second client whose answer differs. Null when there is none. */
  readonly compare: string | null;
}

interface Entry {
  readonly id: string;
  readonly request: Partial<RequestFields>;
  readonly compare?: string;
}

/** The class of the Ingresses of examples, as the request form names it. */
const NGINX = 'gateway:IngressClass/nginx';

/** The examples in the order of the menu. */
const ENTRIES: readonly Entry[] = [
  { id: 'faces', request: { from: 'fast-clients/blender', url: 'http://smiley.faces/center' } },
  {
    id: 'faces-50-100',
    request: { from: 'fast-clients/blender', url: 'http://smiley.faces/center', latency: '80ms' },
  },
  { id: 'canary', request: { from: 'web/frontend', url: 'http://checkout.shop/pay', method: 'POST' } },
  {
    id: 'header-lane',
    request: { from: 'shop/frontend', url: 'http://cart/items', headers: 'x-lane: blue' },
  },
  { id: 'conflicts', request: { from: 'bank/teller', url: 'http://ledger/balance' } },
  { id: 'ports', request: { from: 'media/player', url: 'http://stream:8080/live' } },
  { id: 'first-route', request: { from: 'web/frontend', url: 'http://stock.shop/reserve' } },
  { id: 'fruits', request: { from: 'gateway:infra/edge', url: 'http://fruit.test/fruits' } },
  {
    id: 'shared-gateway',
    request: { from: 'gateway:infra/edge', url: 'http://fruit.test/apples?details=true' },
  },
  { id: 'across-namespaces', request: { from: NGINX, url: 'http://fruit.test/bananas' } },
  { id: 'regex-host', request: { from: NGINX, url: 'http://shop.test/console/users' } },
  { id: 'moving-an-ingress', request: { from: NGINX, url: 'https://api.test/api/items' } },
  {
    id: 'flaskapp',
    request: { from: 'readers/browser', url: 'http://flaskapp.books/', headers: 'end-user: jason' },
  },
  {
    id: 'virtual-service-and-route',
    request: { from: 'web/frontend', url: 'http://cart.shop/items' },
    compare: 'shop/checkout',
  },
  {
    id: 'lanes',
    request: {
      from: 'web/frontend',
      url: 'http://stock.shop/',
      headers: 'X-Virtual-Env: dev.checkout.coupon',
    },
  },
  { id: 'access-policies', request: { from: 'batch/report', url: 'http://vault.bank/accounts/7' } },
];

/** Names of the examples, for the menu. */
export const EXAMPLE_IDS: readonly string[] = ENTRIES.map((entry) => entry.id);

const TEXTS: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  'faces-50-100': () => import('../../examples/faces-50-100.yaml?raw'),
  canary: () => import('../../examples/canary.yaml?raw'),
  'header-lane': () => import('../../examples/header-lane.yaml?raw'),
  conflicts: () => import('../../examples/conflicts.yaml?raw'),
  ports: () => import('../../examples/ports.yaml?raw'),
  'first-route': () => import('../../examples/first-route.yaml?raw'),
  fruits: () => import('../../examples/fruits.yaml?raw'),
  'shared-gateway': () => import('../../examples/shared-gateway.yaml?raw'),
  'across-namespaces': () => import('../../examples/across-namespaces.yaml?raw'),
  'regex-host': () => import('../../examples/regex-host.yaml?raw'),
  'moving-an-ingress': () => import('../../examples/moving-an-ingress.yaml?raw'),
  flaskapp: () => import('../../examples/flaskapp.yaml?raw'),
  'virtual-service-and-route': () => import('../../examples/virtual-service-and-route.yaml?raw'),
  lanes: () => import('../../examples/lanes.yaml?raw'),
  'access-policies': () => import('../../examples/access-policies.yaml?raw'),
};

function build(entry: Entry, text: string): Example {
  return {
    id: entry.id,
    files: [{ name: `${entry.id}.yaml`, text }],
    request: { ...EMPTY_REQUEST, ...entry.request },
    compare: entry.compare ?? null,
  };
}

/** The example of the first visit. It is part of the first load. */
export const FIRST_EXAMPLE: Example = build(ENTRIES[0] as Entry, faces);

/** Loads an example by its name. Returns null when there is none. */
export async function loadExample(id: string): Promise<Example | null> {
  const entry = ENTRIES.find((each) => each.id === id);
  if (!entry) return null;
  if (id === FIRST_EXAMPLE.id) return FIRST_EXAMPLE;
  const text = await own(TEXTS, id)?.();
  return text ? build(entry, text.default) : null;
}
