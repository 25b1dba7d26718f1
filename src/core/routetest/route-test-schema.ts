import type { FieldDocs } from '../field-docs/field-docs.ts';
import type { FieldWords } from '../field-docs/field-words.ts';
import { type KindJsonSchema, kindJsonSchema } from '../field-docs/json-schema.ts';
import type { OutcomeKind } from '../ir/outcome.ts';
import type { Role } from '../ir/table.ts';
import { PROFILE_CHOICES } from '../profile/profiles.ts';
import { objectSchema } from '../resource/metadata.ts';
import {
  any,
  flag,
  integer,
  list,
  openWord,
  record,
  type Schema,
  text,
  textMap,
  word,
} from '../resource/schema.ts';

/** Mappings, so that the compiler requires every member. */
const OUTCOMES: Readonly<Record<OutcomeKind, true>> = {
  forwarded: true,
  'passed-through': true,
  redirected: true,
  responded: true,
  rejected: true,
  failed: true,
  denied: true,
  bypassed: true,
  unknown: true,
};
const ROLES: Readonly<Record<Role, true>> = {
  producer: true,
  consumer: true,
  gateway: true,
  written: true,
  ingress: true,
};

const STATUS = 'Status code';

const BEHAVIOUR = record('What the backends do; left out, they answer at once with 200.', {
  latency: text('How long an answer takes, such as `250ms`; for timeouts.'),
  failFirst: record('The first tries fail; for retries.', {
    times: integer('How many tries fail.', { min: 0, defaultTo: 1 }),
    how: word('With an error status, or by closing the connection.', ['status', 'reset'], {
      defaultTo: 'status',
    }),
    status: integer('The status of a failing try.', { min: 400, max: 599, defaultTo: 503 }),
    latency: text('How long a failing try takes.'),
  }),
  responseHeaders: textMap('Headers of the backends’ answers; for filters of the response.'),
});

const REQUEST = record(
  'The request that is sent.',
  {
    from: text(
      'Who sends it: `NAMESPACE` or `NAMESPACE/WORKLOAD`, with `@ACCOUNT` for its service account. A mapping with `namespace`, `workload` and `inMesh: false` is for a client outside the mesh.',
    ),
    gateway: text(
      'The Gateway that it comes in by, as `NAMESPACE/NAME`, with `:LISTENER` for one of its listeners. Instead of `from`.',
    ),
    ingress: any(
      'The class of Ingresses whose controller it comes in by; `true` for the default class. Instead of `from`.',
    ),
    clientAddress: text('The IP address of the client, as the controller of an Ingress sees it.', {
      defaultTo: '127.0.0.1',
    }),
    method: text('The method; of gRPC it is in the URL.', { defaultTo: 'GET' }),
    url: text(
      'What is called: `http://`, `https://`, `grpc://`, `tls://`, `tcp://` or `udp://`, with host, port, path and query.',
    ),
    headers: textMap('Headers by name; a list of pairs where one is repeated.'),
    sni: text('The name asked for in the TLS handshake, where it is another than the URL’s host.'),
    podOf: text('Dials a Pod of this workload (`NAMESPACE/NAME`) by its IP: no Service, no route.'),
    backend: BEHAVIOUR,
  },
  { required: ['url'] },
);

const SHARES =
  'by `NAMESPACE/NAME`, with `:PORT` where it matters. A mapping tells the share of each, from 0 to 1; a text the only one; a list those that may be among them.';

const EXPECT = record('What has to happen; only what is given is compared.', {
  outcome: openWord('How it ends; a list: any of them.', Object.keys(OUTCOMES)),
  status: integer(`${STATUS} that the client sees; a list: any of them.`, { min: 100, max: 599 }),
  statusNot: list(`${STATUS}s that the client must not see.`, integer('A status code.')),
  route: text('The route that decides, as `KIND/NAMESPACE/NAME`; null: none applies.'),
  rule: any('The rule that decides: its index from 0, or its name.'),
  match: integer('The match of the rule that decides, by its index from 0.', { min: 0 }),
  via: text('What the route is generated from or delegated to; null: it is as written.'),
  role: openWord('What the route is for this client.', Object.keys(ROLES)),
  backends: any(`Who gets the request, ${SHARES}`),
  workloads: any(`Which workloads get the request, ${SHARES}`),
  request: record('What the backend receives.', {
    path: text('The path with its query.'),
    host: text('The Host header.'),
    method: text('The method.'),
    scheme: text('The scheme.'),
    headers: textMap('Headers that have to be there, with their values.'),
    absentHeaders: list('Headers that must not be there.', text('A name.')),
  }),
  response: record('What the client receives.', {
    headers: textMap('Headers that have to be there; a list of values: any of them.'),
    absentHeaders: list('Headers that must not be there.', text('A name.')),
  }),
  redirect: record('Where the client is sent.', {
    scheme: text('The scheme.'),
    host: text('The host.'),
    port: integer('The port; the usual one of the scheme where the location names none.'),
    path: text('The path.'),
    status: integer('The status code of the redirect.'),
    location: text('The whole location.'),
  }),
  mirrors: any('Who gets copies: shares by `NAMESPACE/NAME`.'),
  timeouts: record('The timeouts in effect, such as `100ms`.', {
    request: text('For the whole request.'),
    backendRequest: text('For one try.'),
  }),
  policies: list('The policies that act on the request, as a set.', text('`KIND/NAMESPACE/NAME`.')),
  access: list(
    'The access policies that decide about the request, as a set.',
    text('`KIND/NAMESPACE/NAME`.'),
  ),
  certain: flag('False: something that is not simulated could change the answer.'),
  cause: text('The cause in one word, such as `no-match`; null: none.'),
  backendStatus: any(
    `The ${STATUS.toLowerCase()} of each backend, by \`NAMESPACE/NAME\`; a list: any of them.`,
  ),
  notes: list('Codes of notes that the trace contains.', text('A code.')),
  notNotes: list('Codes of notes that the trace does not contain.', text('A code.')),
  considered: list(
    'Candidates in order; others may be between them.',
    record('One candidate; only what is given is compared.', {
      route: text('The route, as `KIND/NAMESPACE/NAME`.'),
      rule: integer('Its rule, by index from 0.', { min: 0 }),
      match: integer('The match of the rule, by index from 0.', { min: 0 }),
      result: word('What became of it.', ['won', 'lost', 'missed']),
      lostBy: text('The criterion that decided against it.'),
    }),
  ),
});

const CONDITION = record(
  'What a controller would write into the status of a resource.',
  {
    resource: text('The resource, as `KIND/NAMESPACE/NAME`.'),
    parent: text('Of a route: the entry for this parent, as `KIND/NAMESPACE/NAME`.'),
    sectionName: text('Of a route: the entry for this listener or port.'),
    port: integer('Of a route: the entry for this port.'),
    listener: text('Of a Gateway or ListenerSet: the entry of this listener.'),
    type: text('Type of the condition, for example `Accepted`.'),
    status: word('Status of the condition; in quotes.', ['True', 'False', 'Unknown']),
    reason: text('Reason of the condition; a list: any of them.'),
    absent: flag('There must be no such entry or condition.'),
    attachedRoutes: integer('Of a listener: how many routes are attached.', { min: 0 }),
    supportedKinds: list('Of a listener: kinds that are among those it takes.', text('A kind.')),
    parentsCount: integer('Of a route: how many parents have an entry.', { min: 0 }),
    listenersCount: integer('Of a Gateway: how many listeners have an entry.', { min: 0 }),
  },
  { required: ['resource'] },
);

const SPEC: Readonly<Record<string, Schema>> = {
  manifests: list(
    'Files, by paths relative to this one, that are the world of these tests alone. Left out: whatever is loaded beside it.',
    text('A path.'),
  ),
  substitutions: textMap('Texts to replace in those files before they are read.'),
  profile: word(
    'The implementation whose behaviour applies. `auto` chooses it by the manifests.',
    PROFILE_CHOICES,
    {
      defaultTo: 'auto',
    },
  ),
  features: list('What the tests need, for people.', text('A feature.')),
  creationOrder: list(
    'Routes from oldest to newest, for manifests without `creationTimestamp`: the older of two equals wins (R-225).',
    text('`KIND/NAMESPACE/NAME`.'),
  ),
  cases: list(
    'Requests and what has to become of them.',
    record(
      'One request.',
      { name: text('What it shows.'), request: REQUEST, backend: BEHAVIOUR, expect: EXPECT },
      { required: ['request'] },
    ),
  ),
  conditions: list('What controllers would write.', CONDITION),
};

const SCHEMA = objectSchema('Tests beside the manifests: requests and what has to become of them.', {
  spec: record('The tests.', SPEC),
});

/**
 * Returns the schema of RouteTest documents for the editor's completion and hover. `decodeSuite` reports
 * their faults.
 */
export function routeTestJsonSchema(words?: FieldWords): KindJsonSchema {
  return kindJsonSchema('RouteTest', ['gammascope.dev/v1alpha1'], SCHEMA, ROUTE_TEST_DOCS, words);
}

const ROUTE_TEST_DOCS: FieldDocs = {
  apiVersion: 'The version of this format.',
  kind: 'A document of tests.',
  'metadata.namespace': 'Not read.',
};
