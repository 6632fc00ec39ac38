'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { SqlAccess } from '@/lib/sql-access/schema';

/** Where and as whom to connect, each to be copied. */
export function ConnectionFacts({ access }: { access: SqlAccess }) {
  const t = useTranslations('sqlAccess.facts');
  const facts = [
    { key: 'host', value: access.host },
    { key: 'port', value: String(access.port) },
    { key: 'database', value: access.database },
    { key: 'user', value: access.user },
  ] as const;
  return (
    <dl>
      {facts.map(({ key, value }) => (
        <div
          key={key}
          className="grid min-h-10 grid-cols-[120px_minmax(0,1fr)_auto] items-center gap-3 border-line border-b ps-4 pe-2 text-dense last:border-b-0 max-md:grid-cols-[88px_minmax(0,1fr)_auto]"
        >
          <dt className="text-ink-2">{t(key)}</dt>
          <dd className="ltr min-w-0 break-all font-mono text-small rtl:text-right">{value}</dd>
          <dd>
            <CopyButton text={value} label={t('copy', { what: t(key) })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
