import { store } from '../../state/store.ts';
import { monaco } from './monaco.ts';
import { type SnippetWords, snippetWords } from './snippet-words.ts';

interface Snippet {
  readonly name: string;
  /** The purpose, by its name in the texts. */
  readonly words: keyof SnippetWords;
  readonly body: string;
}

const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: \${1:name}
  namespace: \${2:namespace}
spec:
  parentRefs:
    - group: ""
      kind: Service
      name: \${3:service}`;

const RULES = `
      port: \${5:80}
  rules:
    - matches:
        - path: { type: PathPrefix, value: \${6:/} }
      backendRefs:
        - name: \${3:service}`;

const SNIPPETS: readonly Snippet[] = [
  {
    name: 'Service',
    words: 'service',
    body: `apiVersion: v1
kind: Service
metadata:
  name: \${1:name}
  namespace: \${2:namespace}
spec:
  selector: { app: \${1:name} }
  ports:
    - { name: http, port: \${3:80} }
`,
  },
  {
    name: 'HTTPRoute (producer)',
    words: 'producer',
    body: `${ROUTE}${RULES}
          port: \${5:80}
`,
  },
  {
    name: 'HTTPRoute (consumer)',
    words: 'consumer',
    body: `${ROUTE}
      namespace: \${4:service-namespace}${RULES}
          namespace: \${4:service-namespace}
          port: \${5:80}
`,
  },
  {
    name: 'ReferenceGrant',
    words: 'grant',
    body: `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: \${1:name}
  namespace: \${2:namespace}
spec:
  from:
    - { group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: \${3:from} }
  to:
    - { group: "", kind: Service }
`,
  },
];

let registered = false;

/** Registers snippets of whole documents, offered where a document begins. */
export function registerSnippets(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerCompletionItemProvider('yaml', {
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const above = position.lineNumber === 1 ? '---' : model.getLineContent(position.lineNumber - 1);
      if (!/^\w*$/.test(before) || !/^(---.*|\s*)$/.test(above)) return { suggestions: [] };
      const texts = snippetWords(store.getState().language);
      const range = new monaco.Range(position.lineNumber, 1, position.lineNumber, position.column);
      return {
        suggestions: SNIPPETS.map(({ name, words, body }, at) => ({
          label: name,
          detail: texts[words],
          kind: monaco.languages.CompletionItemKind.Snippet,
          insertText: body,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          range,
          sortText: `0${at}`,
        })),
      };
    },
  });
}
