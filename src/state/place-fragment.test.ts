import { expect, test } from 'vitest';
import { editText, openExample } from './files.ts';
import { goToLessonStep, leaveLesson, openLesson } from './lessons.ts';
import { placeFragment } from './place-fragment.ts';
import { editRequest } from './request.ts';
import { store } from './store.ts';

const fragment = () => placeFragment(store.getState());

test('an example has a fragment until its manifests or its request change', async () => {
  expect(await fragment()).toBe('#example/faces');
  await openExample('canary');
  expect(await fragment()).toBe('#example/canary');
  editRequest({ url: 'http://checkout.shop/other' });
  expect(await fragment()).toBeNull();
  await openExample('canary');
  expect(await fragment()).toBe('#example/canary');
  editText('canary.yaml', '# mine\n');
  expect(await fragment()).toBeNull();
});

test('a step of a lesson has a fragment until the user changes it', async () => {
  await openLesson('ports');
  expect(await fragment()).toBe('#lesson/ports/1');
  goToLessonStep(2);
  expect(await fragment()).toBe('#lesson/ports/2');
  editRequest({ url: 'http://stream.media:8080/' });
  expect(await fragment()).toBeNull();
  goToLessonStep(2);
  leaveLesson();
  expect(await fragment()).toBeNull();
});
