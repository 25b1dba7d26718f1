import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { firstAnswer } from './first-answer.ts';

/** What opens a menu: how its button looks and what it is called. */
export interface MenuTrigger {
  readonly className: string;
  readonly 'data-look': string;
  readonly 'data-shape'?: string;
  readonly 'aria-label'?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

export interface MenuProps {
  readonly trigger: MenuTrigger;
  /** True: the user has already asked for it. */
  readonly defaultOpen: boolean;
}

interface MenuButtonProps {
  readonly trigger: MenuTrigger;
  /** Fetches the menu's code. */
  readonly load: () => Promise<{ readonly default: ComponentType<MenuProps> }>;
}

/**
 * A button that opens a menu whose code is fetched after the first answer, or when it is asked for. Until then a plain
 * button stands there.
 */
export function MenuButton({ trigger, load }: MenuButtonProps) {
  const [Menu, setMenu] = useState<ComponentType<MenuProps> | null>(null);
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const fetchMenu = useRef(() => load().then(({ default: loaded }) => setMenu(() => loaded)));
  useEffect(() => {
    let here = true;
    void firstAnswer().then(() => {
      // A button that has the focus is not exchanged under the user's hands.
      if (here && document.activeElement !== button.current) void fetchMenu.current();
    });
    return () => {
      here = false;
    };
  }, []);
  if (Menu) return <Menu trigger={trigger} defaultOpen={asked} />;
  return (
    <button
      {...trigger}
      ref={button}
      type="button"
      aria-haspopup="menu"
      aria-expanded={asked}
      onClick={() => {
        setAsked(true);
        void fetchMenu.current();
      }}
    />
  );
}
