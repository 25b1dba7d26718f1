import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { MenuProps } from '../menu-button.tsx';

interface ChoiceMenuProps extends MenuProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
  readonly onChoose: (value: string) => void;
}

/** A menu of which one item is chosen. */
export function ChoiceMenu({ trigger, defaultOpen, value, options, onChoose }: ChoiceMenuProps) {
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger {...trigger} />
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="floating floating-narrow" align="end" sideOffset={4}>
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
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
