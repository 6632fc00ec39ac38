'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export type DocsNavGroup = { title: string; pages: readonly { href: string; title: string }[] };

export function DocsNav({ label, groups }: { label: string; groups: readonly DocsNavGroup[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="text-dense">
      {groups.map((group) => (
        <div key={group.title}>
          <h2 className="px-3 pt-4 pb-1 font-medium text-ink-3 text-micro">{group.title}</h2>
          <ul>
            {group.pages.map(({ href, title }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={pathname === href ? 'page' : undefined}
                  className="block rounded-md px-3 py-1.5 text-ink-2 hover:bg-hover aria-[current]:bg-pressed aria-[current]:font-[550] aria-[current]:text-ink max-md:py-3"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
