import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from './class-names';

type Props = {
  label: string;
  tabs: readonly { href: string; text: ReactNode; isActive: boolean }[];
};

/** Pages that belong together, as tabs: each is a link, the one that is open is marked. */
export function LinkTabs({ label, tabs }: Props) {
  return (
    <nav
      aria-label={label}
      className="-mt-1 mb-4 flex gap-1 overflow-x-auto border-line border-b [scrollbar-width:none]"
    >
      {tabs.map(({ href, text, isActive }) => (
        <Link
          key={href}
          href={href}
          aria-current={isActive ? 'page' : undefined}
          className={cn(
            'relative inline-flex h-9 items-center whitespace-nowrap px-2.5 font-medium text-dense text-ink-2 first:ps-0 hover:text-ink focus-visible:-outline-offset-2 max-md:h-11 max-md:px-3',
            'aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:rounded-t-sm aria-[current]:after:bg-accent first:aria-[current]:after:start-0',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
