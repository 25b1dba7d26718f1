import { configureMonacoYaml, type JSONSchema } from 'monaco-yaml';
import YamlWorker from 'monaco-yaml/yaml.worker?worker';
import { ENGLISH_FIELDS, type FieldWords } from '../../core/field-docs/field-words.ts';
import { manifestJsonSchema } from '../../core/field-docs/json-schema.ts';
import { routeTestJsonSchema } from '../../core/routetest/route-test-schema.ts';
import type { Language } from '../../state/model.ts';
import { monaco } from './monaco.ts';

type YamlMonaco = Parameters<typeof configureMonacoYaml>[0];

/**
 * monaco-yaml expects that Monaco makes the worker and tells it `createData`; Monaco has the caller do both since 0.53.
 * The first message only starts the worker's own set-up.
 */
function createWebWorker({ createData }: { readonly createData: unknown }) {
  const worker = new YamlWorker();
  worker.postMessage('ignore');
  worker.postMessage(createData);
  return monaco.editor.createWebWorker({ worker });
}

type YamlOptions = NonNullable<Parameters<typeof configureMonacoYaml>[1]>;

/** Validation stays off: findings come from the core, and nothing is told twice. No schema is ever fetched. */
function optionsIn(words: FieldWords): YamlOptions {
  return {
    validate: false,
    completion: true,
    hover: true,
    // Would show the YAML under the pointer once more.
    hoverAnchor: false,
    format: { enable: true, printWidth: 110 },
    enableSchemaRequest: false,
    isKubernetes: false,
    schemas: [
      {
        // Hover names the last part as its source.
        uri: 'inmemory://gammascope/Gammascope',
        fileMatch: ['*'],
        schema: manifestJsonSchema([routeTestJsonSchema(words)], words) as JSONSchema,
      },
    ],
  };
}

let yaml: ReturnType<typeof configureMonacoYaml> | null = null;
let spoken: Language = 'en';

/** Completion and hover from the schemas of our own decoders; in English until other words are there. */
export function configureYaml(): void {
  if (yaml) return;
  const shim = {
    ...monaco,
    editor: { ...monaco.editor, createWebWorker },
    // The outline is ours: resources, not keys.
    languages: { ...monaco.languages, registerDocumentSymbolProvider: () => ({ dispose() {} }) },
  };
  yaml = configureMonacoYaml(shim as unknown as YamlMonaco, optionsIn(ENGLISH_FIELDS));
}

/** Tells of fields in another language from now on; without its words, as before. */
export async function tellFieldsIn(language: Language): Promise<void> {
  if (spoken === language) return;
  spoken = language;
  try {
    const words = await fieldWordsIn(language);
    // Meanwhile another language may have been chosen.
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
  }
}
