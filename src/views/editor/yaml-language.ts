import { configureMonacoYaml, type JSONSchema } from 'monaco-yaml';
import YamlWorker from 'monaco-yaml/yaml.worker?worker';
import { ENGLISH_FIELDS, type FieldWords } from '../../core/field-docs/field-words.ts';
import { manifestJsonSchema } from '../../core/field-docs/json-schema.ts';
import { routeTestJsonSchema } from '../../core/routetest/route-test-schema.ts';
import type { Language } from '../../state/model.ts';
import { monaco } from './monaco.ts';

type YamlMonaco = Parameters<typeof configureMonacoYaml>[0];

/**
 * Creates the worker of monaco-yaml, which expects that Monaco creates it and sends it `createData`. Since
 * 0.53 the caller of Monaco does both. The first message only starts the worker's own setup.
 */
function createWebWorker({ createData }: { readonly createData: unknown }) {
  const worker = new YamlWorker();
  worker.postMessage('ignore');
  worker.postMessage(createData);
  return monaco.editor.createWebWorker({ worker });
}

type YamlOptions = NonNullable<Parameters<typeof configureMonacoYaml>[1]>;

/**
 * Returns the options. Validation is off: findings come from the core, and each is reported once. The editor
 * never downloads a schema.
 */
function optionsIn(words: FieldWords): YamlOptions {
  return {
    validate: false,
    completion: true,
    hover: true,
    // It would repeat the YAML under the pointer.
    hoverAnchor: false,
    format: { enable: true, printWidth: 110 },
    enableSchemaRequest: false,
    isKubernetes: false,
    schemas: [
      {
        // Hover shows the last part as its source.
        uri: 'inmemory://gammascope/Gammascope',
        fileMatch: ['*'],
        schema: manifestJsonSchema([routeTestJsonSchema(words)], words) as JSONSchema,
      },
    ],
  };
}

let yaml: ReturnType<typeof configureMonacoYaml> | null = null;
let spoken: Language = 'en';

/**
 * Configures completion and hover from the schemas of the project's decoders, in English until other texts
 * are loaded.
 */
export function configureYaml(): void {
  if (yaml) return;
  const shim = {
    ...monaco,
    editor: { ...monaco.editor, createWebWorker },
    // The project's outline lists resources, not keys.
    languages: { ...monaco.languages, registerDocumentSymbolProvider: () => ({ dispose() {} }) },
  };
  yaml = configureMonacoYaml(shim as unknown as YamlMonaco, optionsIn(ENGLISH_FIELDS));
}

/** Sets the language of the field descriptions. Keeps the old language when the texts cannot be loaded. */
export async function tellFieldsIn(language: Language): Promise<void> {
  if (spoken === language) return;
  spoken = language;
  try {
    const words = await fieldWordsIn(language);
    // The user may have chosen another language in the meantime.
    if (spoken === language) await yaml?.update(optionsIn(words));
  } catch (error) {
    console.warn('the descriptions of fields could not be loaded', error);
  }
}

async function fieldWordsIn(language: Language): Promise<FieldWords> {
  switch (language) {
    case 'en':
      return ENGLISH_FIELDS;
    case 'zh-Hant':
      return (await import('../../core/field-docs/zh-hant/field-words.ts')).ZH_HANT_FIELDS;
    case 'zh-Hans':
      return (await import('../../core/field-docs/zh-hans/field-words.ts')).ZH_HANS_FIELDS;
    default:
      return language satisfies never;
  }
}
