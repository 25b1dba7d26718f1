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
 * The menu below a `MenuButton`. The button exists before the code of the menu, so the library's own trigger
 * is an empty element over it that the menu is aligned to.
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
