import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
}

/** A place that has nothing to show, and says why. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon size={22} strokeWidth={1.5} aria-hidden />
      <strong>{title}</strong>
      {children}
    </div>
  );
}
