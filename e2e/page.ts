import { deflateRawSync } from 'node:zlib';
import { test as base, expect as baseExpect, type Page } from '@playwright/test';

/** Long enough for a machine with other load. */
export const expect = baseExpect.configure({ timeout: 25_000 });

/** A page that fails its test on any error in the console and on any request to another origin. */
export const test = base.extend<{ page: Page; expectedFault: string; editor: boolean }>({
  /**
   * Without it Monaco does not load and its placeholder remains, so that unrelated tests take half the time.
   */
  editor: [true, { option: true }],
  /** The only allowed text in the console: the browser itself logs each answer with an error status. */
  expectedFault: ['', { option: true }],
  page: async ({ page, baseURL, expectedFault, editor }, use) => {
    if (!editor) await page.route(/assets\/(editor-view|yaml)-[^/]*\.js$/, () => {});
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(baseURL ?? '')) faults.push(`asked ${url}`);
    });
    await use(page);
    expect(faults.filter((fault) => fault !== expectedFault)).toEqual([]);
  },
});

/** Opens the page and waits for its first answer. */
export async function open(page: Page, path = ''): Promise<void> {
  await page.goto(path);
  await expect(outcome(page)).toHaveAttribute('data-kind', /./);
}

export const outcome = (page: Page) => page.getByRole('status', { name: 'Outcome', exact: true });
export const url = (page: Page) => page.getByRole('textbox', { name: 'URL' });
export const step = (page: Page, number: number) =>
  page.getByRole('list', { name: 'Request flow', exact: true }).locator(`[data-step="${number}"]`);

/** Opens the menu of the page. Its items are earlier works, commands, languages and themes. */
export async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Menu|選單|菜单)$/ }).click();
}

/** Opens texts in the page as if they were dropped or chosen. */
export async function openFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'application/yaml',
      buffer: Buffer.from(text),
    })),
  );
}

/** Compares the request with the same request of another client. */
export async function compareWith(page: Page, client: string): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('combobox', { name: 'Compare with another client' }).selectOption(client);
  await page.keyboard.press('Escape');
}

/** A minimal Service with a route. */
export const SMALL = `apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  selector: {matchLabels: {app: api}}
  template: {metadata: {labels: {app: api}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: api-route, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: api}]
  rules:
  - matches: [{path: {type: PathPrefix, value: /v1}}]
    backendRefs: [{name: api, port: 80}]
`;

/** Returns the fragment of a share link (docs/share-link.md). */
export function linkTo(files: Readonly<Record<string, string>>, rest: object = {}): string {
  const list = Object.entries(files).map(([name, text]) => ({ name, text }));
  const packed = deflateRawSync(JSON.stringify({ v: 1, files: list, ...rest }));
  return `#g1:d${packed.toString('base64url')}`;
}
