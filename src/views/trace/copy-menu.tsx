import { Check, Copy, FlaskConical, Link, ListOrdered, MessageSquareText, Terminal } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { witnessOf } from '../../core/analysis/sets/witness.ts';
import { ticketSentence, traceMarkdown } from '../../core/explain/copy-trace.ts';
import { curlOf } from '../../core/explain/probe.ts';
import { writeCase } from '../../core/routetest/write-case.ts';
import { makeShareable, pageAddress } from '../../state/links.ts';
import { store, useApp } from '../../state/store.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { useCopying } from '../ui/use-copying.ts';
import { ImageItem } from './image/image-item.tsx';
import { traceTexts } from './texts.ts';

/** Copies the answer to the clipboard in the chosen format, and shows whether that succeeded. */
export function CopyMenu() {
  const language = useApp((state) => state.language);
  const explained = useApp((state) => state.answer?.explained);
  const texts = traceTexts(language).copy;
  const said = useAllTexts().copying;
  const [result, copy] = useCopying();
  if (!explained) return null;
  const curl = curlOf(witnessOf(explained.trace.request));
  const ticketWithLink = async () =>
    ticketSentence(explained, language, pageAddress() + (await makeShareable()).masked);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className="button"
          data-look="quiet"
          data-size="small"
          data-shape="square"
          aria-label={texts.title}
          title={texts.title}
        >
          {result === 'done' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            className="floating"
            align="end"
            sideOffset={4}
            collisionPadding={8}
            aria-label={texts.title}
            aria-labelledby={undefined}
          >
            <DropdownMenu.Item
              className="menu-item"
              disabled={curl === null}
              onSelect={() => void copy(curl ?? '')}
            >
              <Terminal size={14} aria-hidden />
              <span>{texts.curl}</span>
              {curl === null && <small>{texts.noCurl}</small>}
            </DropdownMenu.Item>
            <DropdownMenu.Item
              className="menu-item"
              onSelect={() => void copy(writeCase(explained.trace, store.getState().profile))}
            >
              <FlaskConical size={14} aria-hidden />
              <span>{texts.test}</span>
              <small>{texts.testHint}</small>
            </DropdownMenu.Item>
            <ImageItem />
            <DropdownMenu.Separator className="menu-line" />
            <DropdownMenu.Item
              className="menu-item"
              onSelect={() => void copy(ticketSentence(explained, language))}
            >
              <MessageSquareText size={14} aria-hidden />
              <span>{texts.ticket}</span>
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => void copy(ticketWithLink())}>
              <Link size={14} aria-hidden />
              <span>{texts.ticketWithLink}</span>
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => void copy(traceMarkdown(explained))}>
              <ListOrdered size={14} aria-hidden />
              <span>{texts.markdown}</span>
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <span className="copied-note" data-result={result ?? undefined} role="status">
        {result === null ? '' : said[result]}
      </span>
    </>
  );
}
