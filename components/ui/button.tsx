'use client';

import Link from 'next/link';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonStyle, buttonStyle } from './button-style';
import { cn } from './class-names';
import { Spinner } from './spinner';

type Shared = ButtonStyle & { icon?: ReactNode };

export type ButtonProps = ComponentProps<'button'> &
  Shared & {
    /** Work is under way: the icon turns into a spinner, further clicks do nothing, focus stays. */
    loading?: boolean;
  };

export function Button({
  variant,
  size,
  icon,
  loading = false,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={click}
      className={cn(buttonStyle({ variant, size }), className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Shared) {
  return (
    <Link {...rest} className={cn(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}
