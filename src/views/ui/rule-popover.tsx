import { ExternalLink } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type RefObject, use, useRef } from 'react';
import { useApp } from '../../state/store.ts';
import { ruleCard } from './rule-card.ts';
import { specificationUrl } from './specification-link.ts';
import { useAllTexts } from './texts/use-all-texts.ts';

/** The text of a rule, and the link to its section of the specification. */
function Rule({ rule }: { readonly rule: string }) {
  const texts = useAllTexts();
  const text = use(
    ruleCard(
      rule,
      useApp((state) => state.language),
    ),
  );
  const address = text && specificationUrl(text.source);
  return (
    <>
      <h3>{texts.ruleCard.title(rule)}</h3>
      <p lang={text?.language}>
        <bdi>{text ? text.says : texts.ruleCard.unknown}</bdi>
      </p>
      {text && (
        <p className="rule-source">
          {texts.ruleCard.source}
          {texts.marks.colon}
          {address === null ? (
            <bdi lang="en">{text.source}</bdi>
          ) : (
            <a className="link" href={address} target="_blank" rel="noopener noreferrer">
              <bdi lang="en">{text.source}</bdi> <ExternalLink size={11} aria-hidden />
            </a>
          )}
        </p>
      )}
    </>
  );
}

interface RulePopoverProps {
  readonly rules: readonly string[];
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The texts and the sources of rules, next to the button that opened them. */
export default function RulePopover({ rules, anchor, onClose }: RulePopoverProps) {
  const texts = useAllTexts();
  const measurable = useRef({
    getBoundingClientRect: () => anchor.current?.getBoundingClientRect() ?? new DOMRect(),
  });
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor virtualRef={measurable} />
      <Popover.Portal>
        <Popover.Content
          className="floating rule-card"
          aria-label={texts.ruleCard.title(rules.join(', '))}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The button itself closes what it has opened.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
        >
          {rules.map((rule) => (
            <Rule key={rule} rule={rule} />
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
