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
 * button stands there; while it has the focus it is not exchanged under the user's hands, so that no key is lost.
 */
export function MenuButton({ trigger, load }: MenuButtonProps) {
  const [Menu, setMenu] = useState<ComponentType<MenuProps> | null>(null);
  const [asked, setAsked] = useState(false);
  const wanted = useRef(false);
  const held = useRef<ComponentType<MenuProps> | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const fetchMenu = useRef(async () => {
    const { default: loaded } = await load();
    if (!wanted.current && document.activeElement === button.current) held.current = loaded;
    else setMenu(() => loaded);
  });
  useEffect(() => {
    let here = true;
    void firstAnswer().then(() => {
      if (here) void fetchMenu.current();
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
      onBlur={() => {
        const loaded = held.current;
        if (loaded) setMenu(() => loaded);
      }}
      onClick={() => {
        wanted.current = true;
        setAsked(true);
        void fetchMenu.current();
      }}
    />
  );
}
