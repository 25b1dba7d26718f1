import type { RESOURCE_CODES } from '../../findings/codes-resource.ts';
import { type Args, limitWords, wordsFor } from '../finding-words.ts';

/** Formats of fields in plain words. */
export const FORMATS = {
  'dns-label': 'lower-case letters, digits and `-`, at most 63, with a letter or digit at both ends',
  'dns-subdomain': 'lower-case letters, digits, `-` and `.`, with a letter or digit at both ends',
  group: 'an API group such as `gateway.networking.k8s.io`, or `""` for the core group',
  kind: 'a kind such as `Service`: letters, digits and `-`, starting with a letter',
  hostname: 'a lower-case host name without a port; it may start with `*.`',
  'precise-hostname': 'a lower-case host name without a port and without `*`',
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

/** Limits of fields in plain words: first the limit, then the actual value. */
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
  'forbidden-character': 'it contains a character that must be written as `%XX` in a path',
} satisfies Readonly<Record<string, string>>;

/** The contradictions inside a session persistence. */
export const SESSION_PROBLEMS = {
  'cookie-missing': 'type `Cookie` needs the field `cookie`',
  'header-unexpected': 'type `Cookie` must not have the field `header`',
  'header-missing': 'type `Header` needs the field `header`',
  'cookie-unexpected': 'type `Header` must not have the field `cookie`',
  'timeout-missing': 'lifetime `Permanent` needs `absoluteTimeout`',
} satisfies Readonly<Record<string, string>>;

/** What is wrong with the backend of an Ingress. */
export const BACKEND_PROBLEMS = {
  both: 'it has a `service` and a `resource`, and only one of them is allowed',
  none: 'it has neither a `service` nor a `resource`',
  'port-both': 'its port has a `number` and a `name`, and only one of them is allowed',
  'port-none': 'its Service needs a port, by `number` or by `name`',
} satisfies Readonly<Record<string, string>>;

/** One English sentence (or two) for each code about a single resource. */
export const RESOURCE_SENTENCES: Readonly<Record<keyof typeof RESOURCE_CODES, (args: Args) => string>> = {
  'not-an-object': ({ actual }) =>
    `A manifest is a mapping with \`apiVersion\`, \`kind\` and \`metadata\`; this is a ${actual}, so it is ignored.`,
  'manifest-incomplete': ({ part, kind }) =>
    `This is only the \`${part}\` of a manifest${kind === '' ? '' : `, probably of a \`${kind}\``}: \`apiVersion\`, \`kind\` and \`metadata\` are missing. It is ignored.`,
  'description-not-manifest': ({ kind }) =>
    `This is the output of \`kubectl describe\` for a ${kind}, not a manifest. Paste the output of \`kubectl get -o yaml\`.`,
  'placeholder-not-replaced': ({ placeholder }) =>
    `\`${placeholder}\` is a placeholder. A tool replaces it before the manifest is applied. Its value is unknown here.`,
  'kind-missing': () => 'The document has no `kind`, so it is ignored.',
  'api-version-missing': ({ kind, apiVersion }) =>
    apiVersion === ''
      ? `The \`${kind}\` has no \`apiVersion\`. A cluster rejects it.`
      : `The \`${kind}\` has no \`apiVersion\`. \`${apiVersion}\` is assumed; a cluster rejects the document.`,
  'api-version-unknown': ({ kind, version, known }) =>
    `Current releases do not serve version \`${version}\` of \`${kind}\` (they serve ${known}). It is read in the same way.`,
  'name-missing': ({ kind }) => `The \`${kind}\` has no \`metadata.name\`, so it is ignored. Give it a name.`,
  'kind-of-other-group': ({ kind, written, apiVersion }) =>
    `\`${written}\` has no kind \`${kind}\`: it belongs to \`${apiVersion}\`. A cluster rejects the document, and it has no effect here.`,
  'kind-not-simulated': ({ kind, group }) =>
    `\`${kind}\`${group === '' ? '' : ` of \`${group}\``} is shown, but its effect on requests is not simulated.`,
  'field-type': ({ field, expected, actual }) =>
    `\`${field}\` must be a ${expected}, not a ${actual}. A cluster rejects the document; the value is ignored here.`,
  'field-required': ({ field }) => `The required field \`${field}\` is missing.`,
  'field-value-unknown': ({ field, value, allowed }) =>
    `\`${value}\` is not a valid value of \`${field}\`. Allowed values: ${allowed}.`,
  'field-format': ({ field, value, format }) =>
    `\`${value}\` is not a valid \`${field}\`: it must be ${wordsFor(FORMATS, format)}.`,
  'field-limit': ({ field, limit, bound, actual }) =>
    `\`${field}\` ${limitWords(LIMITS, limit, bound, actual) ?? `is outside its limit ${bound}`}.`,
  'field-unknown': ({ field, suggestion }) =>
    `There is no field \`${field}\` here${suggestion === '' ? '' : `; did you mean \`${suggestion}\`?`}${suggestion === '' ? '.' : ''} It has no effect, and \`kubectl apply\` rejects the document.`,
  'internal-fault': ({ kind, fault }) =>
    `Gammascope cannot read this ${kind} because of an internal error (${fault}). The answers ignore it. Please report the error together with the manifest.`,
  'more-problems': ({ count }) => `This document has ${count} more problems. Fix the first ones first.`,
  'field-experimental': ({ field }) =>
    `\`${field}\` exists only in the experimental channel of Gateway API. With the standard channel, a cluster drops it silently.`,
  'list-entry-duplicate': ({ field, key }) =>
    `\`${key}\` appears twice in \`${field}\`. A cluster rejects this; the first one is used here.`,
  'scalar-not-a-string': ({ field, written, read, type }) =>
    `\`${field}\` must be a string, but Kubernetes reads \`${written}\` as the ${type} \`${read}\`. Put it in quotes.`,
  'invisible-character': ({ value, character }) =>
    `\`${value}\` contains an invisible character (${character}). It does not equal the same text without that character.`,
  'look-alike-character': ({ value, character, letter, like }) =>
    `\`${value}\` contains \`${letter}\` (${character}), which looks like \`${like}\` but is a different letter. The two values are not equal.`,
  'core-group-spelled-out': ({ written }) =>
    `The name of the core API group is \`""\`. A cluster has no group called \`${written}\`, so the reference finds nothing.`,
  'duration-invalid': ({ field, value }) =>
    `\`${value}\` is not a valid duration for \`${field}\`. Write one to four whole numbers with \`h\`, \`m\`, \`s\` or \`ms\`, such as \`1m30s\`. The field counts as not set.`,
  'timestamp-invalid': ({ value }) =>
    `\`creationTimestamp: ${value}\` is not a valid timestamp: it needs a date that exists, a time and an offset, such as \`2024-02-28T10:00:00Z\`. It is ignored and does not decide between equal matches.`,
  'timeouts-out-of-order': ({ request, backendRequest }) =>
    `One attempt may take \`${backendRequest}\`, longer than the whole request (\`${request}\`). A cluster rejects this.`,
  'parent-ref-duplicated': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is listed twice as a parent. A cluster rejects equal entries. Remove one.`,
  'parent-refs-inconsistent': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is listed several times as a parent. Either every entry has a \`sectionName\` or \`port\`, or no entry has one.`,
  'backend-ref-port-missing': ({ name }) =>
    `The reference to Service \`${name}\` has no \`port\`. The port is required; without it no request can be sent there.`,
  'header-name-case-duplicate': ({ name, first }) =>
    `Header names are case-insensitive: \`${name}\` repeats \`${first}\` and is ignored.`,
  'header-modified-twice': ({ name }) =>
    `One filter changes header \`${name}\` more than once. Only one action per header is allowed.`,
  'path-value-invalid': ({ value, type, reason }) =>
    `\`${value}\` is not a valid path for type \`${type}\`: ${wordsFor(PATH_REASONS, reason)}. A cluster rejects it.`,
  'filter-repeated': ({ type }) =>
    `A list can contain only one \`${type}\` filter. A cluster rejects more; the first one is used here.`,
  'filters-incompatible': ({ first, second }) =>
    `\`${first}\` and \`${second}\` cannot be in the same list of filters.`,
  'filter-body-missing': ({ type, body }) =>
    `A filter of type \`${type}\` needs the field \`${body}\`. Requests that use this filter get an error.`,
  'filter-body-unexpected': ({ type, body }) =>
    `\`${body}\` does not belong to a filter of type \`${type}\`. Remove it or change the type.`,
  'redirect-with-backends': () =>
    'The rule answers with a redirect, so no request reaches its backends. A cluster rejects `backendRefs` here.',
  'path-modifier-mismatch': ({ type, field }) =>
    `Type \`${type}\` needs the field \`${field}\`, and only that one.`,
  'prefix-rewrite-needs-one-prefix-match': ({ filter, count }) =>
    count === 1
      ? `\`ReplacePrefixMatch\` of \`${filter}\` needs a match of type \`PathPrefix\`: there is no prefix to replace.`
      : `\`ReplacePrefixMatch\` of \`${filter}\` needs a rule with exactly one match, of type \`PathPrefix\`; this one has ${count}.`,
  'mirror-percent-and-fraction': () =>
    'A mirror can have either `percent` or `fraction`, not both. The fraction is used here.',
  'mirror-fraction-too-large': ({ numerator, denominator }) =>
    `The fraction ${numerator}/${denominator} is more than one. Every request is copied.`,
  'cors-wildcard-not-alone': ({ field }) =>
    `\`*\` in \`${field}\` matches everything and must be the only entry.`,
  'session-persistence-mismatch': ({ problem }) =>
    `The session persistence contradicts itself: ${wordsFor(SESSION_PROBLEMS, problem)}.`,
  'session-persistence-old-fields': ({ fields }) =>
    `${fields} are fields of earlier releases. Current releases have \`cookie\` and \`header\` instead.`,
  'rule-name-duplicated': ({ name }) =>
    `Two rules are named \`${name}\`. The name of a rule must be unique in its route.`,
  'too-many-matches': ({ count, limit }) =>
    `The rules have ${count} matches in total; at most ${limit} are allowed.`,
  'grpc-method-empty': () =>
    'A method match needs a `service` or a `method`. Leave `method` out to match everything.',
  'grpc-method-invalid': ({ field, value }) =>
    `\`${value}\` is not a valid ${field === 'service' ? 'service name, such as `shop.v1.Cart`' : 'method name, such as `AddItem`'}.`,
  'listener-tls-unexpected': ({ listener, protocol }) =>
    `Listener \`${listener}\` has protocol \`${protocol}\`, which does not use TLS: it must not have \`tls\`. A cluster rejects it.`,
  'listener-tls-missing': ({ listener }) =>
    `Listener \`${listener}\` has protocol \`TLS\`, so it needs \`tls\`. This field says whether the Gateway terminates TLS or passes it through to the backend.`,
  'listener-passthrough-https': ({ listener }) =>
    `Listener \`${listener}\` has protocol \`HTTPS\`, where the Gateway always terminates TLS. Passthrough needs protocol \`TLS\`.`,
  'listener-certificates-missing': ({ listener }) =>
    `Listener \`${listener}\` terminates TLS but has no certificate: \`tls\` needs \`certificateRefs\` or \`options\`.`,
  'listener-hostname-unexpected': ({ listener, protocol }) =>
    `Listener \`${listener}\` has protocol \`${protocol}\`, which does not use host names: it must not have \`hostname\`.`,
  'listener-duplicated': ({ listener, first, protocol, port, hostname }) =>
    `Listeners \`${first}\` and \`${listener}\` are for the same port ${port}, protocol \`${protocol}\` and ${hostname === '' ? 'all host names' : `host name \`${hostname}\``}. A cluster rejects this.`,
  'selector-missing': ({ field }) =>
    `\`${field}\` has \`from: Selector\` but no \`selector\`, so no namespace is allowed.`,
  'selector-ignored': ({ field, from }) =>
    `The selector in \`${field}\` has no effect: \`from\` is \`${from}\`, and only \`Selector\` uses it.`,
  'hostname-is-address': ({ hostname }) =>
    `\`${hostname}\` is an IP address. A host must be a DNS name, and a cluster rejects the address.`,
  'ca-certificates-missing': () =>
    'The policy does not say which CA signs the certificate of the backend. It needs `caCertificateRefs` or `wellKnownCACertificates`.',
  'ca-certificates-ambiguous': () =>
    'The policy has both `caCertificateRefs` and `wellKnownCACertificates`. Only one of them is allowed.',
  'subject-alt-name-mismatch': ({ type, field }) =>
    `A name of type \`${type}\` needs the field \`${field}\`, and only that one.`,
  'target-ref-duplicated': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is listed twice as a target. A cluster rejects equal entries. Remove one.`,
  'target-refs-inconsistent': ({ kind, name }) =>
    `\`${kind}\` \`${name}\` is listed several times as a target. In this case every entry needs a \`sectionName\`.`,
  'external-auth-mismatch': ({ protocol, field }) =>
    String(protocol).toLowerCase() === field
      ? `Protocol \`${protocol}\` needs the field \`${field}\`.`
      : `\`${field}\` does not belong to protocol \`${protocol}\`. Remove it or change the protocol.`,
  'ingress-old-version': ({ kind, apiVersion }) =>
    `Kubernetes 1.22 and later do not serve \`${kind}\` of \`${apiVersion}\`. It is read here as \`networking.k8s.io/v1\`. Convert the manifest: fields have other names there.`,
  'ingress-without-rules': () =>
    'The Ingress has no rules and no default backend. It needs at least one of them, and a cluster rejects it.',
  'ingress-backend-invalid': ({ problem }) =>
    `The backend is not valid: ${wordsFor(BACKEND_PROBLEMS, problem)}. A cluster rejects it.`,
  'ingress-class-twice': ({ annotation, field }) =>
    `The annotation names the class \`${annotation}\`, and \`ingressClassName\` names \`${field}\`. A cluster rejects a new Ingress with both. The field is used here.`,
  'kustomization-not-built': ({ folder, namespace, ignored }) =>
    `This is a kustomization. ${namespace === '' ? 'It sets no namespace' : `Resources of its folder without a namespace are read in \`${namespace}\``}${ignored === '' ? '.' : `; its fields ${ignored} are not applied here.`} \`kubectl kustomize ${folder}\` renders the final resources.`,
  'patch-not-applied': ({ by }) =>
    `This file is a patch${by === '' ? '' : ` of \`${by}\``}, not a resource. It is not applied here; \`kubectl kustomize\` applies it.`,
  'helm-file-not-rendered': ({ what, folder }) =>
    `This file ${what === 'helm-values' ? 'contains values for Helm' : what === 'helm-chart' ? 'describes a Helm chart' : 'is a template of a Helm chart'}, not a resource, so it is ignored. \`helm template ${folder}\` renders the resources.`,
  'file-not-a-manifest': () =>
    `This file contains no Kubernetes object (nothing in it has a \`kind\`), so it is ignored.`,
  'selector-invalid': ({ operator, flaw }) =>
    `${flaw === 'operator' ? `\`${operator}\` is not an operator of a label selector (In, NotIn, Exists, DoesNotExist)` : flaw === 'values-missing' ? `\`${operator}\` needs \`values\`` : `\`${operator}\` must have no \`values\``}: the selector is invalid, and no namespace is allowed.`,
};

/** Notes on related places, by their names in findings. */
export const RESOURCE_NOTES = {
  'parent-ref-first': 'the same parent is listed here first',
  'header-name-first': 'this one is used',
  'header-action-first': 'the header is changed here first',
  'filter-first': 'the other filter is here',
  'rule-name-first': 'the name is used here first',
  'listener-first': 'the other listener is here',
  'target-ref-first': 'the same target is listed here first',
} satisfies Readonly<Record<string, string>>;

/** Titles of fixes, by their names in findings. */
export const RESOURCE_FIXES = {
  'complete-manifest': ({ kind }) => `Complete it as a ${kind}`,
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
