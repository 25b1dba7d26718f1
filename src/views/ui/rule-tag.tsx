import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTexts } from './texts/use-texts.ts';

const RulePopover = lazy(() => import('./rule-popover.tsx'));

interface RulesButtonProps {
  readonly rules: readonly string[];
  readonly className: string;
  /** The accessible name. Absent when the content is the name. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A button that shows the texts and the sources of rules of the specification. */
function RulesButton({ rules, className, label, children }: RulesButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          <RulePopover rules={rules} anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The id of a rule of the specification. A popover shows its text and its source. */
export function RuleTag({ rule }: { readonly rule: string }) {
  return (
    <RulesButton rules={[rule]} className="rule-tag">
      {rule}
    </RulesButton>
  );
}

/** One link for all rules that decided a step. A popover shows them with their sections. */
export function SpecificationLink({ rules }: { readonly rules: readonly string[] }) {
  const texts = useTexts().rule;
  if (rules.length === 0) return null;
  return (
    <RulesButton rules={rules} className="specification-link" label={texts.specification(rules.join(', '))}>
      {texts.short}
    </RulesButton>
  );
}
