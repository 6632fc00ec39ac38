'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/class-names';

type Props = {
  value: string;
  label: string;
  /** Called with a trimmed, changed name. May refuse by throwing: the old name comes back. */
  onRename: (name: string) => Promise<void> | void;
  disabled?: boolean;
  className?: string;
};

/** A name that is changed where it stands: Enter or leaving keeps it, Escape restores. */
export function InlineName({ value, label, onRename, disabled, className }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = async () => {
    const name = draft?.trim();
    if (name && name !== value) await onRename(name);
    setDraft(null);
  };
  const shown = draft ?? value;
  return (
    <input
      aria-label={label}
      value={shown}
      size={Math.max(4, Math.min(shown.length + 1, 40))}
      maxLength={80}
      disabled={disabled}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          setDraft(null);
          event.stopPropagation();
        }
      }}
      className={cn(
        'field-sizing-content min-w-0 rounded-sm bg-transparent px-1.5 py-0.5 font-semibold text-dense hover:bg-hover focus:bg-surface',
        className,
      )}
    />
  );
}
