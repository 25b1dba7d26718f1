import { expect, open, openFiles, outcome, SMALL, test } from './page.ts';

/** A second route for the same paths, whose name sorts after the first. */
const SHADOWED = `${SMALL}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: z-late, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: api}]
  rules:
  - matches: [{path: {value: /v1/below}}]
    backendRefs: [{name: api, port: 80}]
  - matches: [{path: {value: /v1}}]
    backendRefs: [{name: elsewhere, port: 80}]
    backendRefs: [{name: api, port: 80}]
`;

test('each entry shows its reach and a request to try', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SHADOWED });
  await page.getByRole('tab', { name: 'Routes' }).click();
  const reach = page.locator('[data-reach]');
  await expect(page.locator('[data-reach="dead"]')).toHaveCount(1);
  await expect(page.locator('[data-reach="dead"]')).toContainText('Taken by');
  await expect(reach).toHaveCount(3);
  await page.locator('[data-reach="reachable"]').getByRole('button', { name: 'Try it' }).first().click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'forwarded');
  await page.getByRole('tab', { name: /Problems/ }).click();
  const dead = page.locator('[data-code="rule-never-reached"]');
  await expect(dead).toContainText('z-late');
  await dead.getByRole('button').first().click();
  await expect(page.locator('.editor-mark-dead').first()).toBeVisible();
});

test('the present behaviour becomes tests that a later change fails', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await page.getByRole('tab', { name: 'Routes' }).click();
  await page.getByRole('button', { name: 'Keep as tests' }).click();
  await expect(page.getByRole('tab', { name: 'as-it-is-today.yaml' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'as it is today' })).toBeVisible();
  await expect(page.getByText(/\d passed/)).toBeVisible();
  await openFiles(page, { 'shop.yaml': SMALL.replace('name: api-route', 'name: another-route') });
  await expect(page.getByText(/\d failed/)).toBeVisible();
});

test('the first route rejects every other path, and the tab Changes shows it', async ({ page }) => {
  const route = SMALL.slice(SMALL.lastIndexOf('---'));
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL.slice(0, SMALL.lastIndexOf('---')) });
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
  await openFiles(page, { 'route.yaml': route });
  const changes = page.locator('.change');
  await expect(changes.filter({ hasText: 'Rejected 404' })).toHaveCount(1);
  await expect(changes.filter({ hasText: 'Passed through' }).first()).toBeVisible();
  await changes.filter({ hasText: 'Rejected 404' }).getByRole('button', { name: 'Try it' }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await page.getByRole('button', { name: 'Compare from here' }).click();
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
});

test('lost requests come first, and the changes can be copied into a review', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await page.getByRole('tab', { name: 'Changes' }).click();
  await openFiles(page, { 'shop.yaml': SMALL.replace('value: /v1', 'value: /v2') });
  const changes = page.locator('.change');
  await expect(page.getByText('2 classes of requests change, 1 of them fails now')).toBeVisible();
  await expect(changes.first()).toContainText('Rejected 404');
  await page.getByRole('button', { name: 'Copy for a review' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(
      /^.+ → .+\n\n2 classes of requests change, 1 of them fails now\n\n### Was served, fails now \(1\)\n\n- \*\*path `\/v1\/…`\*\* · `shop\/api:80` .*Forwarded.* → \*\*Rejected 404/,
    );
});

test('manifests pasted over an example are the baseline of changes', async ({ page }) => {
  await open(page);
  await expect(page.locator('[data-editor="monaco"] .view-line').first()).toBeVisible();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(SMALL);
  await expect(outcome(page)).toContainText('shop/api:80');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
  // A change of the manifests is an edit.
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(SMALL.replace('value: /v1', 'value: /v2'));
  await expect(page.getByText('2 classes of requests change')).toBeVisible();
});

test('an edit that changes no request has a proof', async ({ page }) => {
  await open(page);
  await openFiles(page, { 'shop.yaml': SMALL });
  await page.getByRole('tab', { name: 'Changes' }).click();
  await openFiles(page, { 'shop.yaml': `# a remark\n${SMALL}` });
  await expect(page.getByText('No request changes.')).toBeVisible();
});

test('the filters show which requests of a namespace reach a Service, and which are rejected', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('tab', { name: 'Routes' }).click();
  const tables = page.locator('.route-table');
  await expect(tables).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Reaching' }).selectOption('faces/smiley-fast');
  await expect(tables).toHaveCount(1);
  await expect(tables.locator('[data-reach]')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Reaching' }).selectOption('');
  await page.getByRole('combobox', { name: 'From', exact: true }).last().selectOption('slow-clients');
  await expect(tables).toHaveCount(1);
  await expect(tables.locator('[data-rejects="none"]')).toHaveText('Every request is taken.');
  await page.getByRole('checkbox', { name: 'Only what is rejected' }).check();
  await expect(page.getByText('Nothing is rejected here')).toBeVisible();
  await page.getByRole('combobox', { name: 'From', exact: true }).last().selectOption('fast-clients');
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  expect(script).toMatch(/^# from fast-clients, faces\/smiley:80: rejected with 404\ncurl .*smiley\.faces/);
  await tables.getByRole('button', { name: /^Try it: GET/ }).click();
  await expect(outcome(page)).toHaveAttribute('data-kind', 'rejected');
});
