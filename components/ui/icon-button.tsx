'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';
import { Tooltip } from './tooltip';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  /** Shown after the label in the tooltip, e.g. `Ctrl Z`. */
  shortcut?: string;
  tooltip?: boolean;
};

/** A square button of 28 px (44 on a phone) that holds only an icon. */
export function IconButton({
  label,
  icon,
  shortcut,
  tooltip = true,
  className,
  type,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-label={label}
      className={cn(
        'touch-target inline-grid size-7 shrink-0 place-items-center rounded-md text-ink-3 transition-colors',
        'hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
        'disabled:cursor-not-allowed disabled:bg-transparent disabled:text-ink-disabled max-md:size-11 max-md:after:inset-0',
        className,
      )}
    >
      {icon}
    </button>
  );
  return tooltip ? (
    <Tooltip content={label} {...(shortcut ? { shortcut } : {})}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
