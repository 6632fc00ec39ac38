'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type Destination, isWithin } from './navigation';

type Props = { label: string; destinations: readonly Destination[]; onNavigate?: () => void };

export function NavList({ label, destinations, onNavigate }: Props) {
  const t = useTranslations('shell.navigation');
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="flex flex-col gap-px">
      {destinations.map(({ href, labelKey, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isWithin(pathname, href) ? 'page' : undefined}
          {...(onNavigate ? { onClick: onNavigate } : {})}
          className="group flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-ink-2 hover:bg-hover aria-[current]:bg-pressed aria-[current]:text-ink max-md:h-11"
        >
          <Icon aria-hidden="true" className="text-ink-3 group-aria-[current]:text-ink" />
          {t(labelKey)}
        </Link>
      ))}
    </nav>
  );
}
