import type { LucideIcon } from 'lucide-react';

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Its name, shown on hover unless `title` is set. */
  readonly label: string;
  readonly title?: string;
  /** For a toggle button. */
  readonly pressed?: boolean;
  readonly className?: string;
  readonly onClick: () => void;
}

/** A small square button with only an icon. */
export function IconButton({ icon: Icon, label, title, pressed, className, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className={className === undefined ? 'button' : `button ${className}`}
      data-look="quiet"
      data-size="small"
      data-shape="square"
      aria-label={label}
      aria-pressed={pressed}
      title={title ?? label}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}
