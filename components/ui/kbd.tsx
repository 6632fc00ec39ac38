import type { ReactNode } from 'react';
import { cn } from './class-names';

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'ltr min-w-[18px] shrink-0 whitespace-nowrap rounded-sm border border-line bg-sunken px-[5px] text-center font-medium font-sans text-ink-3 text-micro',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
