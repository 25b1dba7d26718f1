import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import type { MenuProps } from '../menu-button.tsx';

interface ButtonMenuProps extends MenuProps {
  readonly align: 'start' | 'end';
  readonly narrow?: boolean;
  /** True when the chosen item takes the focus itself. */
  readonly takesFocus?: () => boolean;
  readonly children: ReactNode;
}

/**
 * The menu below a `MenuButton`. That button stands there before the code of this menu does, so the library's own
 * trigger is an empty place over it, to which the menu is aligned.
 */
export function ButtonMenu({
  label,
  open,
  onOpenChange,
  onClosed,
  align,
  narrow = false,
  takesFocus,
  children,
}: ButtonMenuProps) {
  const taking = useRef(takesFocus);
  taking.current = takesFocus;
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={narrow ? 'floating floating-narrow' : 'floating'}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!taking.current?.()) onClosed();
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
