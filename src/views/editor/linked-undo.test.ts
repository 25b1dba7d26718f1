import { expect, test } from 'vitest';
import { changeTogether, followUndo, forgetUndo, type Undoable } from './linked-undo.ts';

/** A model with undo and redo steps. It reports undo as Monaco does. */
class Model implements Undoable {
  private past: number[] = [];
  private future: number[] = [];
  private version = 1;
  private last = 1;
  getAlternativeVersionId() {
    return this.version;
  }
  edit() {
    this.past.push(this.version);
    this.future = [];
    this.version = ++this.last;
  }
  undo() {
    const version = this.past.pop();
    if (version === undefined) return;
    this.future.push(this.version);
    this.version = version;
    followUndo(this, true);
  }
  redo() {
    const version = this.future.pop();
    if (version === undefined) return;
    this.past.push(this.version);
    this.version = version;
    followUndo(this, false);
  }
}

function setUp() {
  const [a, b, c] = [new Model(), new Model(), new Model()];
  a.edit();
  changeTogether([a, b, c], () => {
    a.edit();
    b.edit();
  });
  const versions = () => [a, b, c].map((each) => each.getAlternativeVersionId());
  return { a, b, c, versions };
}

test('undoing one of two linked changes undoes the other, and redo brings both back', () => {
  const { a, b, versions } = setUp();
  expect(versions()).toEqual([3, 2, 1]);
  b.undo();
  expect(versions()).toEqual([2, 1, 1]);
  a.redo();
  expect(versions()).toEqual([3, 2, 1]);
});

test('earlier and later steps are undone separately', () => {
  const { a, b, versions } = setUp();
  b.edit();
  b.undo();
  expect(versions()).toEqual([3, 2, 1]);
  a.undo();
  a.undo();
  expect(versions()).toEqual([1, 1, 1]);
});

test('a text that has changed since remains unchanged', () => {
  const { a, b, versions } = setUp();
  b.edit();
  a.undo();
  expect(versions()).toEqual([2, 3, 1]);
});

test('a closed model is not changed', () => {
  const { a, b, versions } = setUp();
  forgetUndo(b);
  a.undo();
  expect(versions()).toEqual([2, 2, 1]);
});
