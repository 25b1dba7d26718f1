import type { RESOURCE_CODES } from '../findings/codes-resource.ts';
import { type Args, limitWords, wordsFor } from './finding-words.ts';

/** Formats of fields in plain words. */
export const FORMATS = {
  'dns-label': 'lower-case letters, digits and `-`, at most 63, with a letter or digit at both ends',
  'dns-subdomain': 'lower-case letters, digits, `-` and `.`, with a letter or digit at both ends',
  group: 'an API group such as `gateway.networking.k8s.io`, or `""` for the core group',
  kind: 'a kind such as `Service`: letters, digits and `-`, starting with a letter',
  hostname: 'a lower-case host name without port, with `*.` in front at most',
  'precise-hostname': 'a lower-case host name without port and without `*`',
  'header-name': "letters, digits and the characters ``!#$%&'*+-.^_|~``",
  duration: 'a duration such as `10s` or `1m30s`',
  'domain-path': 'a domain, a `/` and a path, such as `example.com/gateway-controller`',
  'address-type': '`IPAddress`, `Hostname`, or a type with a domain such as `example.com/pool`',
  protocol: '`HTTP`, `HTTPS`, `TLS`, `TCP`, `UDP`, or a protocol with a domain such as `example.com/echo`',
  'well-known-ca': '`System`, or a name with a domain such as `example.com/authorities`',
  uri: 'a whole URI such as `spiffe://example.com/ns/a/sa/b`',
  'header-value': 'characters without line breaks and control characters',
  'cors-origin': 'an origin such as `https://example.com`, or `*`',
} satisfies Readonly<Record<string, string>>;

/** Limits of fields in plain words: what may be, then what is. */
export const LIMITS = {
  min: (bound, actual) => `must be at least ${bound}, not ${actual}`,
  max: (bound, actual) => `must be at most ${bound}, not ${actual}`,
  'min-length': (bound) => (bound === 1 ? 'must not be empty' : `must have at least ${bound} characters`),
  'max-length': (bound, actual) => `must have at most ${bound} characters; it has ${actual}`,
  'min-items': (bound) => (bound === 1 ? 'must not be empty' : `must have at least ${bound} items`),
  'max-items': (bound, actual) =>
    `must have at most ${bound === 1 ? 'one item' : `${bound} items`}; it has ${actual}`,
  'max-entries': (bound, actual) => `must have at most ${bound} entries; it has ${actual}`,
} satisfies Readonly<Record<string, (bound: number, actual: number) => string>>;

/** What is wrong with a path. */
export const PATH_REASONS = {
  'no-leading-slash': 'it must start with `/`',
  'double-slash': 'it must not contain `//`',
  'dot-segment': 'it must not contain the segments `.` or `..`',
  'encoded-slash': 'it must not contain an encoded slash (`%2F`)',
  fragment: 'it must not contain `#`',
  'forbidden-character': 'it contains a character that paths must write as `%XX`',
} satisfies Readonly<Record<string, string>>;

/** How a session persistence contradicts itself. */
export const SESSION_PROBLEMS = {
  'cookie-missing': 'type `Cookie` needs the field `cookie`',
  'header-unexpected': 'type `Cookie` must not have the field `header`',
  'header-missing': 'type `Header` needs the field `header`',
  'cookie-unexpected': 'type `Header` must not have the field `cookie`',
  'timeout-missing': 'lifetime `Permanent` needs `absoluteTimeout`',
} satisfies Readonly<Record<string, string>>;

/** One English sentence (or two) for each code about a resource by itself. */
export const RESOURCE_SENTENCES: Readonly<Record<keyof typeof RESOURCE_CODES, (args: Args) => string>> = {
  'not-an-object': ({ actual }) =>
    `A manifest is a mapping with \`apiVersion\`, \`kind\` and \`metadata\`; this is a ${actual} and is left out.`,
  'manifest-incomplete': ({ part, kind }) =>
    `This is the \`${part}\` of a manifest alone${kind === '' ? '' : `, as a \`${kind}\` has it`}: \`apiVersion\`, \`kind\` and \`metadata\` are missing. It is left out.`,
  'description-not-manifest': ({ kind }) =>
    `This is what \`kubectl describe\` prints of a ${kind}, and no manifest. Paste what \`kubectl get -o yaml\` prints.`,
  'placeholder-not-replaced': ({ placeholder }) =>
    `\`${placeholder}\` is a placeholder that a tool replaces before the manifest is applied. What it stands for is unknown here.`,
  'kind-missing': () => 'The document does not say its `kind`, so nobody knows what it is. It is left out.',
  'api-version-missing': ({ kind, apiVersion }) =>
    apiVersion === ''
      ? `The \`${kind}\` does not say its \`apiVersion\`; a cluster would refuse it.`
      : `The \`${kind}\` does not say its \`apiVersion\`; \`${apiVersion}\` is assumed. A cluster would refuse it.`,
  'api-version-unknown': ({ kind, version, known }) =>
    `Version \`${version}\` of \`${kind}\` is not served by current releases (${known}); it is read the same way.`,
  'name-missing': ({ kind }) => `The \`${kind}\` has no \`metadata.name\` and is left out. Give it a name.`,
  'kind-of-other-group': ({ kind, written, apiVersion }) =>
    `There is no \`${kind}\` in \`${written}\`: it is of \`${apiVersion}\`. A cluster refuses the document; here it plays no part.`,
  'kind-not-simulated': ({ kind, group }) =>
    `\`${kind}\`${group === '' ? '' : ` of \`${group}\``} is shown, but what it does to requests is not simulated.`,
  'field-type': ({ field, expected, actual }) =>
    `\`${field}\` must be a ${expected}, not a ${actual}. A cluster refuses the document; here the value is left out.`,
  'field-required': ({ field }) => `The field \`${field}\` is missing, and Kubernetes requires it.`,
  'field-value-unknown': ({ field, value, allowed }) =>
    `\`${value}\` is no value of \`${field}\`. It can be: ${allowed}.`,
  'field-format': ({ field, value, format }) =>
    `\`${value}\` is not allowed as \`${field}\`: it must be ${wordsFor(FORMATS, format)}.`,
  'field-limit': ({ field, limit, bound, actual }) =>
    `\`${field}\` ${limitWords(LIMITS, limit, bound, actual) ?? `is outside its limit ${bound}`}.`,
  'field-unknown': ({ field, suggestion }) =>
    `There is no field \`${field}\` here${suggestion === '' ? '' : `; did you mean \`${suggestion}\`?`}${suggestion === '' ? '.' : ''} It has no effect, and \`kubectl apply\` refuses the document.`,
  'more-problems': ({ count }) => `${count} more problems in this document; fix the first ones first.`,
  'field-experimental': ({ field }) =>
    `\`${field}\` exists only in the experimental channel of Gateway API; with the standard one it is dropped silently.`,
  'list-entry-duplicate': ({ field, key }) =>
    `\`${key}\` stands twice in \`${field}\`; a cluster refuses that. Here the first one counts.`,
  'scalar-not-a-string': ({ field, written, read, type }) =>
    `\`${field}\` must be a string, but Kubernetes reads \`${written}\` as the ${type} \`${read}\`. Put it in quotes.`,
  'core-group-spelled-out': ({ written }) =>
    `The core API group is written \`""\`; a cluster has no group called \`${written}\`, and the reference would find nothing.`,
  'duration-invalid': ({ field, value }) =>
    `\`${value}\` is no duration for \`${field}\`: write one to four whole numbers with \`h\`, \`m\`, \`s\` or \`ms\`, such as \`1m30s\`. It counts as not set.`,
  'timeouts-out-of-order': ({ request, backendRequest }) =>
    `One try may take \`${backendRequest}\`, longer than the whole request (\`${request}\`). A cluster refuses that.`,
  'parent-ref-duplicated': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is named twice as a parent. Once is enough; a cluster refuses equal entries.`,
  'parent-refs-inconsistent': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is named several times as a parent: then all entries need a \`sectionName\` or \`port\`, or none.`,
  'backend-ref-port-missing': ({ name }) =>
    `The reference to Service \`${name}\` has no \`port\`; Kubernetes requires one, and nothing can be sent there.`,
  'header-name-case-duplicate': ({ name, first }) =>
    `Header names are the same in upper and lower case: \`${name}\` repeats \`${first}\` and is ignored.`,
  'header-modified-twice': ({ name }) =>
    `Header \`${name}\` is changed more than once by one filter. Only one action is allowed for a header.`,
  'path-value-invalid': ({ value, type, reason }) =>
    `\`${value}\` is no path for type \`${type}\`: ${wordsFor(PATH_REASONS, reason)}. A cluster refuses it.`,
  'filter-repeated': ({ type }) =>
    `A list can hold only one \`${type}\` filter. A cluster refuses more; here the first one counts.`,
  'filters-incompatible': ({ first, second }) =>
    `\`${first}\` and \`${second}\` cannot stand in one list of filters.`,
  'filter-body-missing': ({ type, body }) =>
    `A filter of type \`${type}\` needs the field \`${body}\`. Requests that meet it get an error.`,
  'filter-body-unexpected': ({ type, body }) =>
    `\`${body}\` does not belong to a filter of type \`${type}\`. Remove it or change the type.`,
  'redirect-with-backends': () =>
    'The rule answers with a redirect, so nothing can reach its backends. A cluster refuses `backendRefs` here.',
  'path-modifier-mismatch': ({ type, field }) =>
    `Type \`${type}\` needs the field \`${field}\`, and only that one.`,
  'prefix-rewrite-needs-one-prefix-match': ({ filter, count }) =>
    count === 1
      ? `\`ReplacePrefixMatch\` of \`${filter}\` needs a match of type \`PathPrefix\`: there is no prefix to replace.`
      : `\`ReplacePrefixMatch\` of \`${filter}\` needs a rule with exactly one match, of type \`PathPrefix\`; this one has ${count}.`,
  'mirror-percent-and-fraction': () =>
    'A mirror has either `percent` or `fraction`. Here the fraction counts.',
  'mirror-fraction-too-large': ({ numerator, denominator }) =>
    `The fraction ${numerator}/${denominator} is more than one. Every request is copied.`,
  'cors-wildcard-not-alone': ({ field }) =>
    `\`*\` in \`${field}\` stands for everything and must be the only entry.`,
  'session-persistence-mismatch': ({ problem }) =>
    `The session persistence contradicts itself: ${wordsFor(SESSION_PROBLEMS, problem)}.`,
  'session-persistence-old-fields': ({ fields }) =>
    `${fields} are fields of earlier releases; current ones have \`cookie\` and \`header\` instead.`,
  'rule-name-duplicated': ({ name }) =>
    `Two rules are called \`${name}\`; names of rules are unique in a route.`,
  'too-many-matches': ({ count, limit }) =>
    `The rules have ${count} matches together; at most ${limit} are allowed.`,
  'grpc-method-empty': () =>
    'A method match needs a `service` or a `method`. Leave `method` out to match everything.',
  'grpc-method-invalid': ({ field, value }) =>
    `\`${value}\` is no ${field === 'service' ? 'service, such as `shop.v1.Cart`' : 'method, such as `AddItem`'}.`,
  'listener-tls-unexpected': ({ listener, protocol }) =>
    `Listener \`${listener}\` has protocol \`${protocol}\`, which knows no TLS: \`tls\` must not be there. A cluster refuses it.`,
  'listener-tls-missing': ({ listener }) =>
    `Listener \`${listener}\` has protocol \`TLS\` and needs \`tls\`, which says whether TLS ends here or goes on to the backend.`,
  'listener-passthrough-https': ({ listener }) =>
    `Listener \`${listener}\` has protocol \`HTTPS\`, where TLS always ends at the Gateway. Passthrough needs protocol \`TLS\`.`,
  'listener-certificates-missing': ({ listener }) =>
    `TLS ends at listener \`${listener}\`, but it has no certificate: \`tls\` needs \`certificateRefs\`, or \`options\`.`,
  'listener-hostname-unexpected': ({ listener, protocol }) =>
    `Listener \`${listener}\` has protocol \`${protocol}\`, which knows no host names: \`hostname\` must not be there.`,
  'listener-duplicated': ({ listener, first, protocol, port, hostname }) =>
    `Listeners \`${first}\` and \`${listener}\` are for the same port ${port}, protocol \`${protocol}\` and ${hostname === '' ? 'all host names' : `host name \`${hostname}\``}. A cluster refuses that.`,
  'selector-missing': ({ field }) =>
    `\`${field}\` says \`from: Selector\` without a \`selector\`, so no namespace is allowed.`,
  'selector-ignored': ({ field, from }) =>
    `The selector in \`${field}\` has no effect: \`from\` is \`${from}\`, and only \`Selector\` reads it.`,
  'hostname-is-address': ({ hostname }) =>
    `\`${hostname}\` is an IP address; clients never ask for one in a TLS handshake, and a cluster refuses it.`,
  'ca-certificates-missing': () =>
    'The policy does not say who may have signed the certificate of the backend: it needs `caCertificateRefs` or `wellKnownCACertificates`.',
  'ca-certificates-ambiguous': () =>
    'The policy has both `caCertificateRefs` and `wellKnownCACertificates`; only one of them is allowed.',
  'subject-alt-name-mismatch': ({ type, field }) =>
    `A name of type \`${type}\` needs the field \`${field}\`, and only that one.`,
  'target-ref-duplicated': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is targeted twice. Once is enough; a cluster refuses equal entries.`,
  'target-refs-inconsistent': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is targeted several times: then all entries need a \`sectionName\`.`,
  'external-auth-mismatch': ({ protocol, field }) =>
    String(protocol).toLowerCase() === field
      ? `Protocol \`${protocol}\` needs the field \`${field}\`.`
      : `\`${field}\` does not belong to protocol \`${protocol}\`. Remove it or change the protocol.`,
  'kustomization-not-built': ({ folder, namespace, ignored }) =>
    `This is a kustomization. ${namespace === '' ? 'It gives no namespace' : `Resources of its folder that carry no namespace are read in \`${namespace}\``}${ignored === '' ? '.' : `; its fields ${ignored} are not applied here.`} \`kubectl kustomize ${folder}\` makes what a cluster gets.`,
  'patch-not-applied': ({ by }) =>
    `This file is a patch${by === '' ? '' : ` of \`${by}\``}, no resource: it is not applied here. \`kubectl kustomize\` applies it.`,
  'helm-file-not-rendered': ({ what, folder }) =>
    `This file ${what === 'helm-values' ? 'holds values for Helm' : what === 'helm-chart' ? 'describes a Helm chart' : 'is a template of a Helm chart'}, no resource: it is left out. \`helm template ${folder}\` makes the resources.`,
  'file-not-a-manifest': () =>
    `This file holds no Kubernetes object (nothing in it has a \`kind\`): it is left out.`,
  'selector-invalid': ({ operator, flaw }) =>
    `${flaw === 'operator' ? `\`${operator}\` is no operator of a label selector (In, NotIn, Exists, DoesNotExist)` : flaw === 'values-missing' ? `\`${operator}\` needs \`values\`` : `\`${operator}\` must have no \`values\``}: the selector is invalid, and no namespace is allowed.`,
};

/** Notes beside related places, by their names in findings. */
export const RESOURCE_NOTES = {
  'parent-ref-first': 'the same parent is named here first',
  'header-name-first': 'this one counts',
  'header-action-first': 'the header is changed here first',
  'filter-first': 'the other filter is here',
  'rule-name-first': 'the name is used here first',
  'listener-first': 'the other listener is here',
  'target-ref-first': 'the same target is named here first',
} satisfies Readonly<Record<string, string>>;

/** Titles of fixes, by their names in findings. */
export const RESOURCE_FIXES = {
  'complete-manifest': ({ kind }) => `Make it a ${kind}`,
  'add-api-version': ({ apiVersion }) => `Add \`apiVersion: ${apiVersion}\``,
  'use-api-version': ({ apiVersion }) => `Use \`${apiVersion}\``,
  'quote-scalar': ({ text }) => `Write \`${text}\``,
  'unquote-number': ({ text }) => `Write \`${text}\` without quotes`,
  'use-known-value': ({ text }) => `Use \`${text}\``,
  'rename-field': ({ text }) => `Rename to \`${text}\``,
  'use-empty-group': () => 'Use the empty group `""`',
  'add-leading-slash': () => 'Add the leading `/`',
  'remove-parent-ref': () => 'Remove the repeated parent',
  'remove-header-match': () => 'Remove the repeated header',
  'remove-target-ref': () => 'Remove the repeated target',
  'use-selector': () => 'Write `from: Selector`',
  'use-protocol': ({ protocol }) => `Use protocol \`${protocol}\``,
  'remove-field': ({ field }) => `Remove \`${field}\``,
} satisfies Readonly<Record<string, (args: Args) => string>>;
