import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { MenuProps } from '../menu-button.tsx';
import { ButtonMenu } from './button-menu.tsx';

interface ChoiceMenuProps extends MenuProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
  readonly onChoose: (value: string) => void;
}

/** A menu with one chosen item. */
export function ChoiceMenu({ value, options, onChoose, ...menu }: ChoiceMenuProps) {
  return (
    <ButtonMenu {...menu} align="end" narrow>
      <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
        {options.map((option) => (
          <DropdownMenu.RadioItem key={option.value} value={option.value} className="menu-item">
            <span className="menu-check">
              <DropdownMenu.ItemIndicator>
                <Check size={14} aria-hidden />
              </DropdownMenu.ItemIndicator>
            </span>
            <span lang={option.lang}>{option.text}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </ButtonMenu>
  );
}
