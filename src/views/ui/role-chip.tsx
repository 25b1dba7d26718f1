import { ArrowLeftFromLine, DoorOpen, House, Waypoints } from 'lucide-react';
import type { Role } from '../../core/ir/table.ts';
import { useTexts } from './texts/use-texts.ts';

const ICONS = {
  producer: House,
  consumer: ArrowLeftFromLine,
  gateway: DoorOpen,
  written: Waypoints,
  ingress: DoorOpen,
} as const;

/** Producer, consumer or gateway: colour, shape and text. */
export function RoleChip({ role }: { readonly role: Role }) {
  const texts = useTexts();
  const Icon = ICONS[role];
  return (
    <span className="chip" data-tone={role}>
      <Icon size={12} aria-hidden />
      {texts.flow.roles[role]}
    </span>
  );
}
