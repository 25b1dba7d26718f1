import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { GATEWAY_API, PROFILES } from '../../../core/profile/profile.ts';
import { own } from '../../../core/text/own.ts';
import { setProfile } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import { useAllTexts } from '../../ui/texts/use-all-texts.ts';
import type { MenuProps } from '../menu-button.tsx';
import { ButtonMenu } from './button-menu.tsx';

/**
 * Returns the fields in which a profile differs from the specification's defaults, with their values as text.
 */
function deviationsOf(name: string): readonly (readonly [field: string, value: string])[] {
  const profile = own(PROFILES, name);
  if (!profile) return [];
  const usual = new Map<string, unknown>(Object.entries(GATEWAY_API));
  return Object.entries(profile).flatMap(([field, value]) =>
    field !== 'name' && JSON.stringify(value) !== JSON.stringify(usual.get(field))
      ? [[field, String(value)] as const]
      : [],
  );
}

/** The menu of profiles, with their differences from the default. */
export default function ProfileMenu(menu: MenuProps) {
  const texts = useAllTexts();
  const profile = useApp((state) => state.profile);
  return (
    <ButtonMenu {...menu} align="end">
      <DropdownMenu.RadioGroup value={profile} onValueChange={setProfile}>
        {Object.keys(PROFILES).map((name) => (
          <DropdownMenu.RadioItem key={name} value={name} className="menu-item">
            <span className="menu-check">
              <DropdownMenu.ItemIndicator>
                <Check size={14} aria-hidden />
              </DropdownMenu.ItemIndicator>
            </span>
            <span>
              <strong>{name}</strong>
            </span>
            <small>{own(texts.profiles.texts, name)}</small>
            {deviationsOf(name).map(([field, value]) => {
              const fields = own(texts.profiles.fields, field);
              return (
                <small key={field} className="deviation">
                  {own(fields, value) ?? fields?.['*'] ?? `${field}: ${value}`}
                </small>
              );
            })}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </ButtonMenu>
  );
}
