import { expect, test } from 'vitest';
import { guardLog } from './guard-log.ts';

test.each([
  ['::error file=x::y\n', '\\::error file=x::y\n'],
  ['a\n  ::stop-commands::t\n', 'a\n  \\::stop-commands::t\n'],
  ['see ##[error]x', 'see ##\\[error]x'],
  ['a::b', 'a::b'],
])('%j', (text, guarded) => expect(guardLog(text)).toBe(guarded));
