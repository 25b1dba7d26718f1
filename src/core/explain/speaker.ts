import type { Candidate } from '../ir/trace.ts';
import type { ForwardedMessages } from './en/forwarded-messages.ts';
import type { MessageKey } from './en/messages.ts';
import type { Filling } from './fill.ts';
import type { Fragment, Sentence } from './fragment.ts';

/** Returns sentences in one language. */
export interface Speaker {
  say(key: MessageKey, pieces?: Readonly<Record<string, Filling>>): Sentence;
  readonly messages: ForwardedMessages;
}

/** Returns a resource as a link. */
export function resourceLink(id: string, text = id): Fragment {
  return { text, style: 'code', link: { to: 'resource', id } };
}

/** Returns a text as code. */
export function code(text: string): Fragment {
  return { text, style: 'code' };
}

/** Returns a Service (`ns/name`) as a link, with the name of a subset of it. */
export function serviceLink(key: string, subset?: string): Fragment {
  return resourceLink(`Service/${key}`, subset === undefined ? key : `${key}@${subset}`);
}

/** Returns items with commas, and a word before the last. */
export function listOf(items: readonly Sentence[], { messages }: Speaker): Sentence {
  return items.flatMap((item, at) => {
    if (at === 0) return item;
    return [{ text: at === items.length - 1 ? messages.and : messages.comma }, ...item];
  });
}

/** Returns a rule by its position in the manifest, with its name if it has one. */
export function ruleOf(candidate: Pick<Candidate, 'rule' | 'ruleName'>, { say }: Speaker): Sentence {
  return candidate.ruleName === undefined
    ? say('rule', { index: candidate.rule })
    : say('rule.named', { index: candidate.rule, name: candidate.ruleName });
}

/** Returns sentences one after the other, with the separator of the language. */
export function inARow(sentences: readonly Sentence[], { say }: Speaker): Sentence {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, at) => (at === 0 ? sentence : [...say('sentence.space'), ...sentence]));
}
