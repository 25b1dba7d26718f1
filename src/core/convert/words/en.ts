import type { ConversionWords } from './conversion-vocabulary.ts';

export const CONVERSION_EN: ConversionWords = {
  losses: {
    'access-control':
      'Gateway API has no field for {annotation}. The rule is written without backends, so that no request gets through. Protect it with a policy of the implementation, then add the backends.',
    'unknown-effect':
      'The effect of {annotation} is unknown. It may protect the path, so the rule is written without backends.',
    'pattern-unreadable':
      'This expression cannot be read here, so it is not known which requests it takes. The rule is written without backends.',
    'pattern-specific':
      'The expression {pattern} is implementation-specific: its dialect and its rank are those of the target.',
    'rewrite-groups': 'No filter can build a path from these groups. The rule is written without backends.',
    'redirect-code': 'A redirect cannot have the code {code}. The rule is written without backends.',
    'redirect-url': 'A redirect cannot have the target {url} as it is.',
    'mirror-target': 'Copies can only go to a Service, and {target} is not one.',
    'header-groups': 'The value of {header} contains groups of the path. A filter has no such groups.',
    'external-name':
      '{backend} is an alias of {name}, which is not a Service of this cluster. The rule is written without backends.',
    'backend-port': 'The number of the port of {backend} is unknown. The rule is written without backends.',
    'resource-backend':
      '{what} is not a Service. Only its controller knows what it does. The rule is written without backends.',
    'rate-limit': 'Gateway API has no field for {annotation}. Requests are no longer limited.',
    'timeout-meaning':
      '{annotation} ({value}) limits one step of a connection. The timeouts of a route limit the whole attempt.',
    retries: 'Retries without this annotation, and their limits, are those of the target.',
    'backend-tls':
      'The certificate of the backend is not verified today. A BackendTLSPolicy always verifies it.',
    'backend-protocol':
      'A route does not set the protocol {protocol}. Set appProtocol at the port of the Service.',
    'session-experimental': 'Session persistence is in the experimental channel of Gateway API.',
    'spare-backend':
      'A route cannot have a backend that answers only if the others have no endpoints. The one that answers today is written.',
    annotation: 'Gateway API has no field for {annotation}.',
    'certificate-missing': 'No Secret has a certificate for {host}, so there is no listener for HTTPS.',
    'secret-missing': 'No manifest has {secret}. Without it the listener does not work.',
    'host-pattern': 'A hostname cannot be the expression {host}.',
    'ingress-dropped':
      'The controller ignores this Ingress today, because of {annotation}. It is not converted, so that it does not go live.',
    'controller-stuck':
      'The prefixes {path} with and without the slash stop ingress-nginx from loading any new configuration. The conversion has both.',
    'path-value': 'A route cannot have the path {path}.',
    'kind-not-converted': 'A {kind} is not converted.',
  },
  severities: { error: 'error', warning: 'warning', note: 'note' },
  topics: {
    'no-certificate': 'HTTPS with the fallback certificate of the controller',
    'encoded-path': 'paths with percent signs, dot segments or repeated slashes',
    protection: 'a protection that is lost',
    closed: 'a rule that is written without backends',
    'letter-case': 'upper and lower case in the path',
    'trailing-slash': 'the slash at the end of the path',
    'error-status': 'the status if a backend cannot be reached',
    'redirect-target': 'the target of a redirect',
    'wildcard-depth': 'a wildcard that takes several labels',
    'cross-origin': 'answers to cross-origin requests',
    'path-rewrite': 'the path that the backend gets',
    timeouts: 'timeouts',
    other: 'another difference',
  },
};
