import { configureMonacoYaml, type JSONSchema } from 'monaco-yaml';
import YamlWorker from 'monaco-yaml/yaml.worker?worker';
import { manifestJsonSchema } from '../../core/resource/json-schema.ts';
import { routeTestJsonSchema } from '../../core/routetest/route-test-schema.ts';
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

let configured = false;

/**
 * Completion and hover from the schemas of our own decoders. Validation stays off: findings come from the core, and
 * nothing is told twice. No schema is ever fetched.
 */
export function configureYaml(): void {
  if (configured) return;
  configured = true;
  const shim = {
    ...monaco,
    editor: { ...monaco.editor, createWebWorker },
    // The outline is ours: resources, not keys.
    languages: { ...monaco.languages, registerDocumentSymbolProvider: () => ({ dispose() {} }) },
  };
  configureMonacoYaml(shim as unknown as YamlMonaco, {
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
        schema: manifestJsonSchema([routeTestJsonSchema()]) as JSONSchema,
      },
    ],
  });
}
