import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { notify } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';

/** What opens a menu: how its button looks and what it is called. */
interface MenuTrigger {
  readonly className: string;
  readonly 'data-look': string;
  readonly 'data-shape'?: string;
  readonly 'aria-label': string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** What a menu is given; it is there, closed, from the moment that its code has arrived. */
export interface MenuProps {
  /** Its name for assistive technology: that of the button. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Gives the focus back to the button. */
  readonly onClosed: () => void;
}

interface MenuButtonProps {
  readonly trigger: MenuTrigger;
  /** Fetches the menu's code. */
  readonly load: () => Promise<{ readonly default: ComponentType<MenuProps> }>;
}

/**
 * A button that opens a menu whose code is fetched after the first answer, or when it is asked for. The button stays
 * the same element before and after: one that is exchanged loses the focus, and the key that was meant for it.
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
      // Asked for in vain ahead of time is no news: the press of the button asks again.
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
