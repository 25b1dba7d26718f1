import type { Page } from '@playwright/test';
import { expect, open, openFiles, openMenu, SMALL, test } from './page.ts';

// Other tests cover the editor.
test.use({ editor: false });

/**
 * One file with problems of every kind: broken text, a wrong field, missing targets, rules that no request
 * reaches.
 */
const PROBLEMS = `${SMALL}  - matches: [{path: {type: PathPrefix, value: /v1}}]
  - matches: [{path: {type: PathPrefix, value: /v1/more}, headers: [{name: x-lane, value: true}]}]
    backendRefs: [{name: missing, port: 80}, {name: api, port: 8443}]
  - matches: [{path: {type: RegularExpression, value: "(["}}]
    backendRef: [{name: api, port: 80}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: lanes, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: api}, {group: "", kind: Service, name: api, port: 81}]
  hostnames: [a.example.com]
  rules:
  - matches: [{path: {value: lane}}]
    timeouts: {request: 1s, backendRequest: 20s}
    backendRefs: [{name: api, port: 80}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: at-gateway, namespace: other}
spec:
  parentRefs: [{name: edge, namespace: shop, sectionName: nope}]
  rules: [{backendRefs: [{name: api, namespace: shop, port: 80}]}]
status:
  parents:
  - parentRef: {name: edge, namespace: shop, sectionName: nope}
    controllerName: example.com/one
    conditions: [{type: Accepted, status: "True", reason: Accepted}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  gatewayClassName: none
  listeners: [{name: http, port: 80, protocol: HTTP, tls: {}}, {name: tls, port: 443, protocol: HTTPS}]
---
apiVersion: gammascope.dev/v1alpha1
kind: RouteTest
metadata: {name: suite}
spec:
  nonsense: 1
  cases:
  - {name: one, request: {from: shop, url: "http://api.shop/v1"}, expect: {status: 201}}
  - {name: two, request: {from: shop, url: "htp://api"}, expect: {outcome: rejected}}
---
a: &a {b: *a}
---
kind: [unclosed
---
{{ .Values.all }}
`;

/** Names in the interface, by language. */
const WORDS = {
  'zh-Hant': {
    tabs: ['追蹤', '問題', '路由', '狀態', '測試', '變更'],
    menus: ['範例', '課程', '選單', '分享'],
    problem: /叢集裡沒有名為 core 的群組/,
    outcome: '結果',
    fix: '修正：改用空的群組',
    note: /這個鍵第一次出現在這裡|請求由這裡取走/,
    title: 'Gammascope · 服務網格路由模擬',
    rule: /路由的主機名稱不起作用/,
  },
  'zh-Hans': {
    tabs: ['追踪', '问题', '路由', '状态', '测试', '变更'],
    menus: ['示例', '课程', '菜单', '分享'],
    problem: /集群里没有名为 core 的组/,
    outcome: '结果',
    fix: '修正：改用空的组',
    note: /这个键第一次出现在这里|请求由这里取走/,
    title: 'Gammascope · 服务网格路由模拟',
    rule: /路由的主机名不起作用/,
  },
} as const;

/**
 * Returns runs of more than four English words that a reader sees or hears, except code, names and text
 * marked as English. The user's names are in `bdi`, `code` or a monospaced element.
 */
function englishOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const NAMES =
      'code, pre, bdi, kbd, samp, svg, script, style, noscript, textarea, [lang="en"], .mono, .monaco-editor';
    const run = /(?:[A-Za-z’']{2,}[ ,]+){4,}[A-Za-z’']{2,}/;
    const found: string[] = [];
    const look = (element: Element, text: string) => {
      if (run.test(text) && element.closest(NAMES) === null) found.push(text.trim());
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement?.checkVisibility()) look(parentElement, node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        look(element, element.getAttribute(name) ?? '');
      }
    }
    return found;
  });
}

for (const language of ['zh-Hant', 'zh-Hans'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test('no tab shows a sentence in English', async ({ page }) => {
      await page.goto(`?lang=${language}`);
      await expect(page.getByRole('status', { name: words.outcome, exact: true })).toHaveAttribute(
        'data-kind',
        /./,
      );
      await expect(page).toHaveTitle(words.title);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await openFiles(page, { 'faulty.yaml': PROBLEMS });
      const problems = page.locator('[data-code]');
      const shows = {
        [words.tabs[0]]: page.locator('[data-step="6"]').first(),
        [words.tabs[1]]: page
          .locator('[data-code="rule-never-reached"], [data-code="match-never-reached"]')
          .first(),
        [words.tabs[2]]: page.locator('.route-table').first(),
        [words.tabs[3]]: page.locator('.status-differences').first(),
        [words.tabs[4]]: page.locator('.differences').first(),
        [words.tabs[5]]: page.locator('#root'),
      };
      for (const tab of words.tabs) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
        await expect(shows[tab] as ReturnType<Page['locator']>).toBeVisible();
        expect([tab, await englishOn(page)]).toEqual([tab, []]);
        if (tab !== words.tabs[1]) continue;
        await expect(page.getByText(words.problem)).toBeVisible();
        expect(await problems.count()).toBeGreaterThan(15);
        await expect(page.locator('.problem-related').getByText(words.note).first()).toBeVisible();
        await page.getByRole('button', { name: words.fix }).click();
        await expect(page.locator('.fix-preview').first()).toBeVisible();
        expect(await englishOn(page)).toEqual([]);
      }
    });

    test('menus, dialogs and cards of rules use the language, too', async ({ page }) => {
      await page.goto(`?lang=${language}`);
      await expect(page.getByRole('status', { name: words.outcome, exact: true })).toHaveAttribute(
        'data-kind',
        /./,
      );
      for (const menu of words.menus) {
        await page.getByRole('banner').getByRole('button', { name: menu, exact: true }).click();
        await expect(page.locator('[role="menu"], [role="dialog"]').first()).toBeVisible();
        // A part whose texts are still loading shows English for a moment.
        await expect.poll(() => englishOn(page), menu).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.locator('[role="menu"], [role="dialog"]')).toHaveCount(0);
      }
      await page.locator('.step[data-step="3"] .step-button').click();
      await page.locator('.step[data-step="3"] .specification-link').click();
      await expect(page.locator('.rule-card').getByText(words.rule)).toBeVisible();
      expect(await englishOn(page)).toEqual([]);
    });
  });
}

test('another language changes the sentences of all problems, including those of the analysis', async ({
  page,
}) => {
  await open(page);
  await openFiles(page, { 'faulty.yaml': PROBLEMS });
  await page.getByRole('tab', { name: 'Problems' }).click();
  const dead = page.locator('[data-code$="-never-reached"]').first();
  await expect(page.getByText('has no group called')).toBeVisible();
  await expect(dead).toContainText('No request can ever reach');
  const all = await page.locator('[data-code]').count();
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
  await expect(page.getByText('叢集裡沒有名為 core 的群組')).toBeVisible();
  await expect(dead).toContainText('沒有任何請求能到');
  await expect(page.locator('[data-code]')).toHaveCount(all);
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(dead).toContainText('No request can ever reach');
  await expect(page.locator('.problem-text').filter({ hasText: /\p{Script=Han}/u })).toHaveCount(0);
});

test('an English page loads no Chinese words of findings, a Chinese one only its own', async ({ page }) => {
  const words: string[] = [];
  page.on('request', (request) => {
    const name = /(?:zh-han[ts]-(?:finding-sentences|messages)|rules-zh-han[ts])/.exec(request.url())?.[0];
    if (name !== undefined) words.push(name);
  });
  await open(page);
  await openFiles(page, { 'faulty.yaml': PROBLEMS });
  await page.getByRole('tab', { name: 'Problems' }).click();
  await expect(page.getByText('has no group called')).toBeVisible();
  await page.getByRole('tab', { name: 'Trace' }).click();
  await page.locator('.specification-link').first().click();
  await expect(page.locator('.rule-card')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(words).toEqual([]);
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await page.getByRole('tab', { name: '问题' }).click();
  await expect(page.getByText('集群里没有名为 core 的组')).toBeVisible();
  await expect
    .poll(() => [...new Set(words)].sort())
    .toEqual(['zh-hans-finding-sentences', 'zh-hans-messages']);
});
