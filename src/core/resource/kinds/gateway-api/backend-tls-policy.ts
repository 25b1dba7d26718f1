import type { BackendTLSPolicySpec } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { list, record, text, textMap, type Validated, type ValidatedList, word } from '../../schema.ts';
import { type DecodeContext, defineKind } from '../kind.ts';
import { decodeNamedRefs } from './decode-references.ts';
import { SECTION } from './name-limits.ts';
import { decodeTargets } from './policy-targets.ts';
import { localRef } from './reference-schema.ts';

const TARGET = localRef('A target.');

const SAN = record(
  'A name in the certificate.',
  {
    type: word('Which sort of name.', ['Hostname', 'URI']),
    hostname: text('The host name, for type Hostname.', {
      minLength: 1,
      maxLength: 253,
      format: 'hostname',
    }),
    uri: text('The URI, for type URI; for example `spiffe://example.com/ns/a/sa/b`.', {
      minLength: 1,
      maxLength: 253,
      format: 'uri',
    }),
  },
  { required: ['type'] },
);

const VALIDATION = record(
  'What the backend’s certificate must be.',
  {
    caCertificateRefs: list('Who may have signed it.', localRef('A ConfigMap with the key `ca.crt`.'), {
      maxItems: 8,
    }),
    wellKnownCACertificates: text('`System` for the usual public authorities.', {
      minLength: 1,
      maxLength: 253,
      format: 'well-known-ca',
    }),
    hostname: text('Name that is asked for (SNI) and that the certificate must have.', {
      minLength: 1,
      maxLength: 253,
      format: 'precise-hostname',
    }),
    subjectAltNames: list('Names of which the certificate must have one instead.', SAN, { maxItems: 5 }),
  },
  { required: ['hostname'], partial: true },
);

const SPEC = record(
  'Which backends are reached with TLS, and how they prove who they are.',
  {
    targetRefs: list(
      'The backends.',
      record(
        TARGET.description,
        { ...TARGET.fields, sectionName: text('One port of the Service, by name.', SECTION) },
        { required: TARGET.required },
      ),
      { minItems: 1, maxItems: 16 },
    ),
    validation: VALIDATION,
    options: textMap('Settings of the implementation’s own.', { maxEntries: 16 }),
  },
  { required: ['targetRefs', 'validation'], partial: true },
);

/**
 * Returns a decoded policy. Reports `ca-certificates-missing`, `ca-certificates-ambiguous` and
 * the codes below.
 */
function decodePolicy(spec: Validated<typeof SPEC>, context: DecodeContext): BackendTLSPolicySpec {
  const validation = spec.validation ?? {};
  const place = { path: ['spec', 'validation'] };
  const authorities = validation.caCertificateRefs ?? [];
  const wellKnown = validation.wellKnownCACertificates || null;
  if (authorities.length > 0 && wellKnown !== null) {
    context.report({ code: 'ca-certificates-ambiguous', args: {}, place });
  } else if (spec.validation && authorities.length === 0 && wellKnown === null) {
    context.report({ code: 'ca-certificates-missing', args: {}, place });
  }
  return {
    targetRefs: decodeTargets(spec.targetRefs, context),
    hostname: validation.hostname ?? '',
    caCertificateRefs: decodeNamedRefs(authorities, '', '', context, [...place.path, 'caCertificateRefs']),
    wellKnownCACertificates: wellKnown,
    subjectAltNames: decodeNames(validation.subjectAltNames, context),
  };
}

/** Returns the subject alternative names. Reports `subject-alt-name-mismatch`. */
function decodeNames(
  items: ValidatedList<Validated<typeof SAN>>,
  context: DecodeContext,
): BackendTLSPolicySpec['subjectAltNames'] {
  const names: BackendTLSPolicySpec['subjectAltNames'][number][] = [];
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null) continue;
    const { type } = item;
    const [field, value, other] =
      type === 'URI' ? ['uri', item.uri, item.hostname] : ['hostname', item.hostname, item.uri];
    if (!value || other) {
      const place = { path: ['spec', 'validation', 'subjectAltNames', index] };
      context.report({ code: 'subject-alt-name-mismatch', args: { type, field: field ?? '' }, place });
    }
    if (value) names.push({ type, value });
  }
  return names;
}

export const BACKEND_TLS_POLICY = defineKind({
  kind: 'BackendTLSPolicy',
  group: 'gateway.networking.k8s.io',
  versions: ['v1'],
  namespaced: true,
  schema: objectSchema(
    'Has backends reached with TLS, and says how they prove who they are.',
    { spec: SPEC },
    ['spec'],
  ),
  decode: (value, context) => decodePolicy(value.spec ?? {}, context),
});
