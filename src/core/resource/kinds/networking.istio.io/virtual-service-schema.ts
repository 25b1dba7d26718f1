import { any, flag, integer, list, port, record, text, textMap, word } from '../../schema.ts';
import { STRING_MATCH } from './string-match.ts';
import { DESTINATION, EXPORT_TO, HEADERS, PERCENT, WEIGHTED } from './traffic-schema.ts';

/** The conditions on the client and the listener, which every kind of match has. */
const SOURCE_FIELDS = {
  port: port('The port that clients dial.'),
  sourceLabels: textMap('Labels of the Pods of the clients.'),
  sourceNamespace: text('The namespace of the clients.'),
  gateways: list(
    'The gateways that the match is for; `mesh` is every proxy of the mesh.',
    text('A gateway, or `mesh`.'),
  ),
};

const HTTP_MATCH = record('Conditions that must all hold.', {
  name: text('The name of the match.'),
  uri: STRING_MATCH,
  ignoreUriCase: flag('The case of `uri` is ignored, except in a regular expression.'),
  scheme: STRING_MATCH,
  method: STRING_MATCH,
  authority: STRING_MATCH,
  headers: any('Matches of headers by name. An empty match means that the header is present.'),
  withoutHeaders: any('Matches of headers by name that must not hold.'),
  queryParams: any('Matches of query parameters by name.'),
  statPrefix: any(),
  ...SOURCE_FIELDS,
});

const CORS_POLICY = record('Which pages of other origins may read the answers.', {
  allowOrigins: list('The origins, as browsers send them in the header Origin.', STRING_MATCH, {
    whole: true,
  }),
  allowOrigin: list('Origins by their whole name. Not read next to `allowOrigins`.', text('An origin.')),
  allowMethods: list('The methods that the answer to a preflight lists.', text('A method, or `*`.')),
  allowHeaders: list(
    'The headers of requests that the answer to a preflight lists.',
    text('The name of a header, or `*`.'),
  ),
  exposeHeaders: list(
    'Headers of the response that scripts may read.',
    text('The name of a header, or `*`.'),
  ),
  maxAge: text('How long browsers keep the answer to a preflight, for example `24h`.'),
  allowCredentials: flag('Whether pages may send cookies and other credentials.'),
  unmatchedPreflights: word(
    'Preflights of other origins: `FORWARD` sends them on, `IGNORE` answers them without an allowed origin.',
    ['UNSPECIFIED', 'FORWARD', 'IGNORE'],
  ),
});

const HTTP_RULE = record('Matches, and what happens to their requests.', {
  name: text('The name of the rule.'),
  match: list('The rule applies if one of them holds. Without any, it applies always.', HTTP_MATCH, {
    whole: true,
  }),
  route: list('Where requests go.', WEIGHTED),
  redirect: record('An answer that sends the client elsewhere.', {
    uri: text('The new path.'),
    prefixRewrite: text('What replaces the prefix that matched.'),
    authority: text('The new host.'),
    port: port('The new port.'),
    derivePort: text('How the port follows from the request, for example `FROM_REQUEST_PORT`.'),
    scheme: text('The new scheme.'),
    redirectCode: integer('The status of the answer.'),
  }),
  directResponse: record('A fixed answer.', {
    status: integer('The status of the answer.'),
    body: any('The body of the answer.'),
  }),
  delegate: record('Another VirtualService whose rules take the place of this one.', {
    name: text('The name of the VirtualService.'),
    namespace: text('Its namespace.'),
  }),
  rewrite: record('Changes of the request before it is sent.', {
    uri: text('What replaces the path, or the prefix that matched.'),
    authority: text('What replaces the host.'),
    uriRegexRewrite: record('What replaces a part of the path.', {
      match: text('A regular expression for the part.'),
      rewrite: text('The replacement.'),
    }),
  }),
  timeout: text('The time for the whole request, for example `10s`.'),
  retries: record('Retries of failed attempts.', {
    attempts: integer('The number of retries.'),
    perTryTimeout: text('The time for one attempt, for example `2s`.'),
    retryOn: text('The failures that are retried.'),
    backoff: text('The time between two attempts.'),
    retryRemoteLocalities: any(),
    retryIgnorePreviousHosts: any(),
  }),
  fault: record('Faults that the proxy of the client injects.', {
    delay: record('A delay before the request is sent.', {
      percentage: PERCENT,
      percent: integer('A share of the requests.'),
      fixedDelay: text('The length of the delay, for example `5s`.'),
      exponentialDelay: any(),
    }),
    abort: record('An answer instead of the request.', {
      percentage: PERCENT,
      httpStatus: integer('The HTTP status of the answer.'),
      grpcStatus: text('The gRPC status of the answer.'),
      http2Error: any(),
    }),
  }),
  mirror: DESTINATION,
  mirrors: list(
    'Destinations that get a copy.',
    record('A destination of copies.', { destination: DESTINATION, percentage: PERCENT }),
  ),
  mirrorPercentage: PERCENT,
  mirrorPercent: integer('A share of the requests.'),
  mirror_percent: any(),
  corsPolicy: CORS_POLICY,
  headers: HEADERS,
});

const L4_FIELDS = {
  destinationSubnets: list('Networks of the dialled addresses.', text('A network, as in `10.0.0.0/8`.')),
  ...SOURCE_FIELDS,
  sourceSubnet: any(),
};

const TCP_RULE = record('Matches, and where their connections go.', {
  match: list(
    'The rule applies if one of them holds. Without any, it applies always.',
    record('Conditions that must all hold.', L4_FIELDS),
    { whole: true },
  ),
  route: list('Where connections go.', WEIGHTED),
});

const TLS_RULE = record('Matches, and where their connections go.', {
  match: list(
    'The rule applies if one of them holds.',
    record('Conditions that must all hold.', {
      sniHosts: list('Server names of the connection.', text('A host, or a wildcard as in `*.example.com`.')),
      ...L4_FIELDS,
    }),
    { whole: true },
  ),
  route: list('Where connections go.', WEIGHTED),
});

export const VIRTUAL_SERVICE_SPEC = record('Which hosts it is for, and the rules for them.', {
  hosts: list(
    'The hosts that clients name in the Host header.',
    text('A host, or a wildcard as in `*.example.com`.'),
  ),
  gateways: list(
    'The gateways that apply it; `mesh` is every proxy of the mesh, and the default.',
    text('A gateway, or `mesh`.'),
  ),
  http: list('Rules for HTTP, in order: the first that matches wins.', HTTP_RULE),
  tls: list('Rules for TLS connections that are passed through.', TLS_RULE),
  tcp: list('Rules for other connections.', TCP_RULE),
  exportTo: EXPORT_TO,
});
