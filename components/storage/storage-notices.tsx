'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Note } from '@/components/ui/note';
import { useBytes } from '@/components/ui/use-bytes';
import type { StorageNotice } from '@/lib/telemetry/usage/schema';

type Props = {
  notices: readonly StorageNotice[];
  /** On other pages: where to see more. */
  hasLink?: boolean;
};

/** What will be dropped, or fill the disk, said before it happens. */
export function StorageNotices({ notices, hasLink = false }: Props) {
  const t = useTranslations('storage.notices');
  const bytes = useBytes();
  const format = useFormatter();
  if (notices.length === 0) return null;
  return (
    <div className="mb-4 grid gap-2">
      {notices.map((notice) => (
        <Note
          key={notice.kind}
          tone={notice.kind === 'disk_low' || notice.at === null ? 'act' : 'look'}
          role="status"
        >
          {t.rich(notice.at === null ? `${notice.kind}_now` : notice.kind, {
            size: () => <bdi className="num">{bytes(notice.bytesMax)}</bdi>,
            used: () => <bdi className="num">{bytes(notice.bytes)}</bdi>,
            day: notice.at === null ? '' : format.dateTime(new Date(notice.at), { dateStyle: 'medium' }),
          })}{' '}
          {hasLink ? (
            <Link href="/settings/storage" className="link-in-text">
              {t('open')}
            </Link>
          ) : null}
        </Note>
      ))}
    </div>
  );
}
