import { Popover } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { RuleText } from './rules.ts';
import { useTexts } from './texts/use-texts.ts';

function RuleCard({ rule }: { readonly rule: string }) {
  const texts = useTexts();
  const [text, setText] = useState<RuleText | null>(null);
  useEffect(() => {
    let here = true;
    void import('./rules.ts').then(({ RULES }) => here && setText(RULES[rule] ?? null));
    return () => {
      here = false;
    };
  }, [rule]);
  return (
    <>
      <h3>{texts.rule.title(rule)}</h3>
      <p lang={text ? 'en' : undefined}>{text ? text.says : texts.rule.unknown}</p>
      {text && (
        <p className="rule-source">
          {texts.rule.source}: <span lang="en">{text.source}</span>
        </p>
      )}
    </>
  );
}

/** The id of a rule of the specification; a popover says what it is and where it stands. */
export function RuleTag({ rule }: { readonly rule: string }) {
  const texts = useTexts();
  return (
    <Popover.Root>
      <Popover.Trigger className="rule-tag">{rule}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="floating rule-card"
          aria-label={texts.rule.title(rule)}
          sideOffset={6}
          collisionPadding={8}
        >
          <RuleCard rule={rule} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
