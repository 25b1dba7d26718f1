import { lazy, Suspense, useRef, useState } from 'react';

const RulePopover = lazy(() => import('./rule-popover.tsx'));

/** The id of a rule of the specification. A popover shows its text and its source. */
export function RuleTag({ rule }: { readonly rule: string }) {
  const [open, setOpen] = useState(false);
  const tag = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={tag}
        type="button"
        className="rule-tag"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {rule}
      </button>
      {open && (
        <Suspense fallback={null}>
          <RulePopover rule={rule} anchor={tag} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
