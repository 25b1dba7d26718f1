import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useId, useState } from 'react';
import { AUTO } from '../../../core/profile/profile-names.ts';
import { PROFILE_CHOICES, PROFILES } from '../../../core/profile/profiles.ts';
import { own } from '../../../core/text/own.ts';
import { setProfile } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import { useAllTexts } from '../../ui/texts/use-all-texts.ts';
import type { MenuProps } from '../menu-button.tsx';
import { ButtonMenu } from './button-menu.tsx';
import { deviationsOf } from './profile-deviations.ts';
import './profile-menu.css';

/** The menu of profiles. Next to the list are the differences of the focused profile from the specification. */
export default function ProfileMenu(menu: MenuProps) {
  const texts = useAllTexts().profiles;
  const profile = useApp((state) => state.profile);
  const [focused, setFocused] = useState<string | null>(null);
  const details = useId();
  const shown = focused ?? profile;
  return (
    <ButtonMenu
      {...menu}
      align="end"
      onOpenChange={(open) => {
        setFocused(null);
        menu.onOpenChange(open);
      }}
    >
      <div className="profile-menu">
        <DropdownMenu.RadioGroup value={profile} onValueChange={setProfile}>
          {PROFILE_CHOICES.map((name) => (
            <DropdownMenu.RadioItem
              key={name}
              value={name}
              className="menu-item"
              aria-describedby={name === shown ? details : undefined}
              onFocus={() => setFocused(name)}
            >
              <span className="menu-check">
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </span>
              <span>
                <strong>{name}</strong>
              </span>
              <small>{own(texts.texts, name)}</small>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        <div id={details} className="profile-details">
          <strong>{shown}</strong> <Deviations name={shown} />
        </div>
      </div>
    </ButtonMenu>
  );
}

/** The sentences about the choices of a profile that differ from the specification's. */
function Deviations({ name }: { readonly name: string }) {
  const texts = useAllTexts().profiles;
  const semantics = useApp((state) => state.view?.semantics);
  if (name === AUTO && semantics !== undefined && semantics.because.length > 0)
    return <small>{texts.chosen(semantics.profile, semantics.because.join(', '))}</small>;
  const profile = own(PROFILES, name);
  const deviations = profile === undefined ? [] : deviationsOf(profile, texts);
  if (deviations.length === 0) return <small>{own(texts.texts, name)}</small>;
  return deviations.map(
    ({ field, sentence }) =>
      sentence !== undefined && (
        <small key={field} className="deviation">
          {sentence}{' '}
        </small>
      ),
  );
}
