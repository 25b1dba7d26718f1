import { EngineMissing } from '../text/engine-missing.ts';
import { own } from '../text/own.ts';
import { FORWARDED_MESSAGES_EN, type ForwardedMessages } from './en/forwarded-messages.ts';
import type { MessageKey, Messages } from './en/messages.ts';

let english: Messages | null = null;

/** Provides all English sentences. See core/engines.ts. */
export function provideEnglish(messages: Messages): void {
  english = messages;
}

/**
 * Returns a sentence by its key. Returns undefined if there is none. Throws EngineMissing if it may be an
 * English sentence that is not loaded yet.
 */
export function findMessage(messages: ForwardedMessages, key: string): string | undefined {
  const found = own<string>(messages, key);
  if (found !== undefined || messages !== FORWARDED_MESSAGES_EN) return found;
  if (english === null) throw new EngineMissing('rare sentences');
  return own<string>(english, key);
}

/** Returns a sentence that every language has. Throws EngineMissing as `findMessage` does. */
export function messageOf(messages: ForwardedMessages, key: MessageKey): string {
  return findMessage(messages, key) ?? key;
}
