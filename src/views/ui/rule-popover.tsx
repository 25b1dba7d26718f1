import { Popover } from 'radix-ui';
import { type RefObject, use, useRef } from 'react';
import { useApp } from '../../state/store.ts';
import { ruleCard } from './rule-card.ts';
import { useTexts } from './texts/use-texts.ts';

interface RulePopoverProps {
  readonly rule: string;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The text and the source of a rule, next to its tag. */
export default function RulePopover({ rule, anchor, onClose }: RulePopoverProps) {
  const texts = useTexts();
  const text = use(
    ruleCard(
      rule,
      useApp((state) => state.language),
    ),
  );
  const measurable = useRef({
    getBoundingClientRect: () => anchor.current?.getBoundingClientRect() ?? new DOMRect(),
  });
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor virtualRef={measurable} />
      <Popover.Portal>
        <Popover.Content
          className="floating rule-card"
          aria-label={texts.rule.title(rule)}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The tag itself closes what it has opened.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
        >
          <h3>{texts.rule.title(rule)}</h3>
          <p lang={text?.language}>
            <bdi>{text ? text.says : texts.rule.unknown}</bdi>
          </p>
          {text && (
            <p className="rule-source">
              {texts.rule.source}
              {texts.marks.colon}
              <bdi lang="en">{text.source}</bdi>
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
