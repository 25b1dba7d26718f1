import { monaco } from './monaco.ts';

interface Snippet {
  readonly name: string;
  readonly detail: string;
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
    detail: 'v1',
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
    detail: 'for every client of a Service of its own namespace',
    body: `${ROUTE}${RULES}
          port: \${5:80}
`,
  },
  {
    name: 'HTTPRoute (consumer)',
    detail: 'for clients of its own namespace, to a Service of another',
    body: `${ROUTE}
      namespace: \${4:service-namespace}${RULES}
          namespace: \${4:service-namespace}
          port: \${5:80}
`,
  },
  {
    name: 'ReferenceGrant',
    detail: 'lets routes of another namespace refer to Services here',
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

/** Whole documents to start from, offered where a document begins. */
export function registerSnippets(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerCompletionItemProvider('yaml', {
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const above = position.lineNumber === 1 ? '---' : model.getLineContent(position.lineNumber - 1);
      if (!/^\w*$/.test(before) || !/^(---.*|\s*)$/.test(above)) return { suggestions: [] };
      const range = new monaco.Range(position.lineNumber, 1, position.lineNumber, position.column);
      return {
        suggestions: SNIPPETS.map(({ name, detail, body }, at) => ({
          label: name,
          detail,
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
