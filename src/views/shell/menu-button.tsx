import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { notify } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';

/** The look and the name of the button that opens a menu. */
interface MenuTrigger {
  readonly className: string;
  readonly 'data-look': string;
  readonly 'data-shape'?: string;
  readonly 'aria-label': string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** The props of a menu. It is mounted, closed, as soon as its code has loaded. */
export interface MenuProps {
  /** Its name for assistive technology: the name of the button. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Returns the focus to the button. */
  readonly onClosed: () => void;
}

interface MenuButtonProps {
  readonly trigger: MenuTrigger;
  /** Loads the menu's code. */
  readonly load: () => Promise<{ readonly default: ComponentType<MenuProps> }>;
}

/**
 * A button that opens a menu whose code loads after the first answer, or on request. The button remains the
 * same element, because a replaced element loses the focus and the pending key.
 */
export function MenuButton({ trigger, load }: MenuButtonProps) {
  const [Menu, setMenu] = useState<ComponentType<MenuProps> | null>(null);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const fetchMenu = useRef(async () => {
    const { default: loaded } = await load();
    setMenu(() => loaded);
  });
  useEffect(() => {
    let here = true;
    void firstAnswer().then(() => {
      // A failed preload is not reported, because pressing the button tries again.
      if (here) void fetchMenu.current().catch(() => undefined);
    });
    return () => {
      here = false;
    };
  }, []);
  const ask = () => {
    setOpen(true);
    if (Menu) return;
    fetchMenu.current().catch(() => {
      setOpen(false);
      notify({ name: 'part-missing' });
    });
  };
  return (
    <span className="menu-place">
      <button
        {...trigger}
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        data-state={open ? 'open' : 'closed'}
        onClick={ask}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          ask();
        }}
      />
      {Menu && (
        <Menu
          label={trigger['aria-label']}
          open={open}
          onOpenChange={setOpen}
          onClosed={() => button.current?.focus()}
        />
      )}
    </span>
  );
}
