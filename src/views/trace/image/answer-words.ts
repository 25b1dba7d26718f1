import { plain } from '../../../core/explain/fragment.ts';
import type { Outcome } from '../../../core/ir/outcome.ts';
import { visible } from '../../../core/text/visible.ts';
import { maskSecrets } from '../../../share/mask.ts';
import { hasLeftOut } from '../../../state/left-out-comment.ts';
import { makeShareable, pageAddress } from '../../../state/links.ts';
import type { State } from '../../../state/model.ts';
import { carriedOf } from '../../../state/persistence.ts';
import { placeFragment } from '../../../state/place-fragment.ts';
import type { RequestFields } from '../../../state/request-fields.ts';
import { shownClient } from '../../../state/shown-client.ts';
import type { FirstTexts } from '../../ui/texts/en.ts';
import { type OutcomeTone, outcomeTone } from '../outcome-tone.ts';
import type { ImageTexts } from './texts-en.ts';

/** The texts of an image of an answer. Empty texts are left out. */
export interface AnswerWords {
  /** The client and the request. */
  readonly asked: string;
  readonly outcome: string;
  readonly tone: OutcomeTone;
  readonly headline: string;
  readonly because: string;
  readonly uncertain: string;
  /** The share link, or why the image has none. */
  readonly link: string;
}

/** A longer link takes more space than the picture, and cannot be typed. */
const MOST_LINK = 1500;

/** Returns the texts of the present answer. What looks secret in the request is replaced in all of them. */
export async function answerWords(
  state: State,
  texts: FirstTexts,
  own: ImageTexts,
): Promise<AnswerWords | null> {
  if (state.answer === null) return null;
  const carried = carriedOf(state);
  const { request } = (await maskSecrets(carried)).carried;
  const { trace, headline, because, uncertain } = state.answer.explained;
  const safe = (text: string) => visible(withoutSecrets(text, state.request, request));
  const link = pageAddress() + ((await placeFragment(state)) ?? (await makeShareable(carried)).masked);
  const from = shownClient(request.from);
  return {
    asked: visible(`${from} → ${request.method} ${request.url}`),
    outcome: outcomeText(trace.outcome, trace.request.protocol, texts),
    tone: outcomeTone(trace.outcome.kind, trace.outcome.certain && !hasLeftOut(state.files)),
    headline: safe(plain(headline)),
    because: safe(plain(because)),
    uncertain: safe(plain(uncertain)),
    link: link.length <= MOST_LINK ? link : own.longLink(Math.ceil(link.length / 1000)),
  };
}

function outcomeText({ kind, status, role }: Outcome, protocol: string, texts: FirstTexts): string {
  const { kinds, grpcStatus, status: httpStatus } = texts.outcome;
  return [
    kinds[kind],
    status === null ? '' : protocol === 'grpc' ? grpcStatus(status) : httpStatus(status),
    role ? (texts.flow.roles[role] ?? '') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Returns a text in which the masked parts of a request are replaced. */
export function withoutSecrets(
  text: string,
  request: Pick<RequestFields, 'url' | 'headers'>,
  masked: Pick<RequestFields, 'url' | 'headers'>,
): string {
  const pairs = [
    ...pairsOf(request.headers, masked.headers, /[\s;,=]+/),
    ...pairsOf(request.url, masked.url, /[/?&=#:@]+/),
  ];
  return pairs.reduce((safe, [secret, placeholder]) => safe.replaceAll(secret, placeholder), text);
}

/** Returns the parts of a text that its masked form replaces, longest first. */
function pairsOf(text: string, masked: string, separator: RegExp): readonly (readonly [string, string])[] {
  if (text === masked) return [];
  const [parts, maskedParts] = [text.split(separator), masked.split(separator)];
  // The placeholder has other separators than the value: no part can be found in the text.
  if (parts.length !== maskedParts.length) return [[text, masked]];
  return parts
    .flatMap((part, at) => {
      const placeholder = maskedParts[at] ?? '';
      return part === placeholder || part === '' ? [] : [[part, placeholder] as const];
    })
    .sort(([a], [b]) => b.length - a.length);
}
