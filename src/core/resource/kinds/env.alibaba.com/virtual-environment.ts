import { objectSchema } from '../../metadata.ts';
import { flag, list, record, text, type Validated } from '../../schema.ts';
import { defineKind } from '../kind.ts';

const ALIAS = record(
  'Another header that means an environment.',
  {
    name: text('The name of the header.', { minLength: 1 }),
    pattern: text('A regular expression for the value, with a placeholder for the environment.'),
    placeholder: text('The part of the pattern that the environment replaces, for example `(@)`.'),
  },
  { required: ['name'] },
);

const HEADER = record('The header that carries the environment of a request.', {
  name: text('The name of the header; `X-Virtual-Env` when left out.', { minLength: 1 }),
  autoInject: flag('Sidecars add the header with the environment of their Pod to requests without it.'),
  aliases: list('Other headers that mean an environment.', ALIAS),
});

const LABEL = record('The label of Pods that names their environment.', {
  name: text('The name of the label; `virtual-env` when left out.', { minLength: 1 }),
  splitter: text('The character between the levels of an environment; `.` when left out.', {
    minLength: 1,
    maxLength: 1,
  }),
  defaultSubset: text('The environment of requests that no rule matches.', { minLength: 1 }),
});

const SPEC = record('Lanes for requests by header and Pod label.', { envHeader: HEADER, envLabel: LABEL });

/** A header in addition to the main one (KT-env 20.1). */
export interface HeaderAlias {
  readonly name: string;
  /** Null if the value is compared as a whole. */
  readonly pattern: string | null;
  /** Null if the manifest does not give it. The documented default has no effect (KT-env 20.8). */
  readonly placeholder: string | null;
}

export interface VirtualEnvironmentSpec {
  readonly header: string;
  readonly autoInject: boolean;
  readonly aliases: readonly HeaderAlias[];
  readonly label: string;
  readonly splitter: string;
  /** The value of the label. Null if it is not given. */
  readonly defaultSubset: string | null;
}

const DEFAULT_HEADER = 'X-Virtual-Env';
const DEFAULT_LABEL = 'virtual-env';
const DEFAULT_SPLITTER = '.';

function decode(spec: Validated<typeof SPEC>): VirtualEnvironmentSpec {
  const { envHeader, envLabel } = spec;
  return {
    header: envHeader?.name || DEFAULT_HEADER,
    autoInject: envHeader?.autoInject ?? false,
    aliases: (envHeader?.aliases ?? []).flatMap((each) =>
      each ? [{ name: each.name, pattern: each.pattern || null, placeholder: each.placeholder || null }] : [],
    ),
    label: envLabel?.name || DEFAULT_LABEL,
    splitter: envLabel?.splitter || DEFAULT_SPLITTER,
    defaultSubset: envLabel?.defaultSubset || null,
  };
}

export const VIRTUAL_ENVIRONMENT = defineKind({
  kind: 'VirtualEnvironment',
  group: 'env.alibaba.com',
  versions: ['v1alpha2'],
  namespaced: true,
  schema: objectSchema('Lanes of KT-env for the Services of a namespace.', { spec: SPEC }),
  decode: (value) => decode(value.spec ?? {}),
});
