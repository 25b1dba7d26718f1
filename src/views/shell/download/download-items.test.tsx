// @vitest-environment happy-dom
import { DropdownMenu } from 'radix-ui';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../../state/show.ts';
import { store, update } from '../../../state/store.ts';
import { PresentItem } from '../present/present-item.tsx';
import { DownloadItems } from './download-items.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const root = createRoot(document.body.appendChild(document.createElement('div')));
afterEach(() => act(() => root.render(null)));

/** Opens a menu with the items. Returns each item's text and whether it can be chosen. */
async function itemsOfMenu(): Promise<readonly (readonly [text: string, enabled: boolean])[]> {
  await act(() =>
    root.render(
      <DropdownMenu.Root open modal={false}>
        <DropdownMenu.Trigger />
        <DropdownMenu.Portal>
          <DropdownMenu.Content>
            <PresentItem />
            <DownloadItems />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>,
    ),
  );
  return menuItems().map((item) => [item.textContent ?? '', !item.hasAttribute('data-disabled')]);
}

const menuItems = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];

test('one unchanged file has one download', async () => {
  expect(await itemsOfMenu()).toEqual([
    ['PresentLarger text. Space goes to the next step.', true],
    ['Download the filefaces.yaml', true],
    ['Download the changes as a patchNothing has changed since the files were opened.', false],
  ]);
});

test('several changed files have all downloads, in the language of the page', async () => {
  const { files } = store.getState();
  const more = [...files, { name: 'folder/more.yaml', text: 'a: 1\n' }];
  update({ files: more, active: 'folder/more.yaml' });
  setLanguage('zh-Hant');
  expect(await itemsOfMenu()).toEqual([
    ['簡報模式文字放大；空白鍵前往下一步。', true],
    ['下載檔案more.yaml', true],
    ['下載全部 2 個檔案gammascope.yaml', true],
    ['以 patch 下載變更gammascope.patch', true],
  ]);
});

test('the menu item starts the presentation', async () => {
  await itemsOfMenu();
  await act(() => menuItems()[0]?.click());
  expect(store.getState().presenting).toBe(true);
});
