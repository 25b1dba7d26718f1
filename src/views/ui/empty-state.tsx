import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
}

/** An empty part of the page, with the reason why it is empty. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon size={22} strokeWidth={1.5} aria-hidden />
      <strong>{title}</strong>
      {children}
    </div>
  );
}
