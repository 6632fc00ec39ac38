'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { isWithin, PHONE_DESTINATIONS } from './navigation';

/** Navigation at the bottom of a phone. */
export function TabBar() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="fixed inset-x-0 bottom-0 z-20 grid h-16 grid-cols-5 border-line border-t bg-surface pb-1 md:hidden"
    >
      {PHONE_DESTINATIONS.map(({ href, labelKey, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isWithin(pathname, href) ? 'page' : undefined}
          className="grid place-content-center justify-items-center gap-[3px] font-medium text-ink-3 text-micro focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-ink"
        >
          <Icon aria-hidden="true" className="size-5" />
          {t(`tabBar.${labelKey}`)}
        </Link>
      ))}
    </nav>
  );
}
