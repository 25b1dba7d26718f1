import { describe, expect, test } from 'vitest';
import { FACES } from '../graph/faces.fixture.ts';
import { analyse, explainTrace, findProfile, loadMessages, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { MESSAGES_EN, type MessageKey } from './en/messages.ts';
import type { Sentence } from './fragment.ts';

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
const CHINESE = ['zh-Hant', 'zh-Hans'] as const;
const LOADED = {
  en: await loadMessages('en'),
  'zh-Hant': await loadMessages('zh-Hant'),
  'zh-Hans': await loadMessages('zh-Hans'),
};
const KEYS = Object.keys(MESSAGES_EN) as MessageKey[];

/**
 * Returns the placeholders and the code of a message, in alphabetical order, because their order depends on
 * the language.
 */
const piecesOf = (message: string) => (message.match(/\{[\w-]+\}|`[^`]+`/g) ?? []).sort();

const MANIFEST = `${FACES}
---
apiVersion: v1
kind: Service
metadata: { name: color, namespace: shop }
spec:
  selector: { app: color }
  ports: [{ name: http, port: 80 }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: first, namespace: shop }
spec:
  parentRefs: [{ group: '', kind: Service, name: color, port: 80 }]
  rules:
    - name: split
      matches: [{ path: { type: PathPrefix, value: /split } }]
      timeouts: { request: 500ms, backendRequest: 100ms }
      backendRefs:
        - { name: color, port: 80, weight: 3 }
        - { name: missing, port: 80, weight: 1 }
    - matches: [{ path: { type: PathPrefix, value: /split/none } }]
    - matches: [{ path: { type: PathPrefix, value: /moved } }]
      filters: [{ type: RequestRedirect, requestRedirect: { hostname: example.com } }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: second, namespace: shop }
spec:
  parentRefs: [{ group: '', kind: Service, name: color, port: 80 }]
  rules:
    - matches: [{ path: { type: PathPrefix, value: /split } }]
      backendRefs: [{ name: color, port: 80 }]
`;

const URLS = [
  'http://color.shop/split',
  'http://color.shop/split/none',
  'http://color.shop/moved',
  'http://color.shop/other',
  'http://color.shop:81/',
  'http://smiley.faces/',
  'http://smiley-v2.faces/',
  'http://nobody.knows/',
] as const;

function requestTo(url: string, namespace: string, inMesh = true): SimRequest {
  const read = readURL(url);
  if (!read.ok) throw new Error(url);
  return {
    ...read.url,
    from: { namespace, workload: null, inMesh },
    gateway: null,
    method: 'GET',
    headers: [],
    podOf: null,
    backend: null,
  };
}

const REQUESTS = [
  ...URLS.flatMap((url) => ['shop', 'fast-clients'].map((namespace) => requestTo(url, namespace))),
  requestTo('http://color.shop/split', 'shop', false),
];

const snapshots = ['gateway-api', 'articles-2023'].map((name) => {
  const profile = findProfile(name);
  return analyse([{ file: 'a.yaml', text: MANIFEST }], profile ? { profile } : {});
});

const traces = snapshots.flatMap((snapshot) => REQUESTS.map((request) => traceRequest(snapshot, request)));

const print = (sentence: Sentence) => sentence.map(({ text }) => text).join('');

/** Returns all sentences in the explanations of all requests. */
function wordsIn(language: (typeof LANGUAGES)[number]): string[] {
  return traces.flatMap((trace) => {
    const { headline, steps, notes } = explainTrace(trace, LOADED[language]);
    return [
      print(headline),
      ...steps.flatMap((step) => [step.title, print(step.sentence)]),
      ...notes.map((note) => print(note.sentence)),
    ];
  });
}

describe('the sentences of a trace', () => {
  test.each(CHINESE)('%s has every sentence with all its pieces', (language) => {
    const messages = LOADED[language];
    expect(Object.keys(messages).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) expect([key, piecesOf(messages[key])]).toEqual([key, piecesOf(MESSAGES_EN[key])]);
  });

  test.each(CHINESE)('%s uses full-width punctuation, and no space beside it', (language) => {
    const wrong = KEYS.filter((key) =>
      /[,;!?()“”]|[.:](?=\s|$)|\s[，。；：、（）「」]|[，。；：、（）「」]\s/.test(
        LOADED[language][key].replace(language === 'zh-Hans' ? /[“”]/g : /$^/, ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('the requests reach every kind of end', () => {
    const kinds = new Set(traces.map(({ outcome }) => outcome.kind));
    expect([...kinds].sort()).toEqual(
      ['bypassed', 'failed', 'forwarded', 'passed-through', 'redirected', 'rejected', 'unknown'].sort(),
    );
  });

  test.each(LANGUAGES)('%s leaves no placeholder unfilled', (language) => {
    expect(wordsIn(language).filter((words) => /[{}]|undefined/.test(words))).toEqual([]);
  });

  test.each(CHINESE)('%s puts no space between sentences, and none beside its punctuation', (language) => {
    expect(wordsIn(language).filter((words) => /。\s|\s[，。；：、（）]|[，；：、（]\s/.test(words))).toEqual(
      [],
    );
  });

  test('English sets sentences apart', () => {
    expect(wordsIn('en').filter((words) => /[a-z]\.[A-Z]/.test(words))).toEqual([]);
  });

  test('a split with a loser and timeouts, in Chinese', () => {
    const [trace] = traces;
    if (!trace) throw new Error('no trace');
    const said = (language: (typeof LANGUAGES)[number]) =>
      print(explainTrace(trace, LOADED[language]).steps[4]?.sentence ?? []);
    expect(said('zh-Hant')).toMatchInlineSnapshot(
      `"shop/color 的生產者路由適用於所有命名空間的用戶端。勝出的是 HTTPRoute/shop/first 的規則 0「split」，在 2 個相符的候選中最優先。另一個相符的候選（HTTPRoute/shop/second）落敗：命名空間/名稱的字母順序在前的優先。請求轉送到 shop/color（75 %）與 shop/missing（25 %）。逾時上限為 500ms（整個請求）與 100ms（對後端的每次嘗試）。"`,
    );
    expect(said('zh-Hans')).toMatchInlineSnapshot(
      `"shop/color 的生产者路由适用于所有命名空间的客户端。胜出的是 HTTPRoute/shop/first 的规则 0“split”，在 2 个匹配的候选中优先级最高。另一个匹配的候选（HTTPRoute/shop/second）落败：命名空间/名称的字母顺序在前的优先。请求转发到 shop/color（75 %）与 shop/missing（25 %）。超时上限为 500ms（整个请求）与 100ms（对后端的每次尝试）。"`,
    );
  });
});
