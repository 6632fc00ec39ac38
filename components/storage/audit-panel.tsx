'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMoment } from '@/components/datasource/use-moment';
import { Button } from '@/components/ui/button';
import { Code } from '@/components/ui/code-block';
import { Panel, PanelHead } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast-store';
import { useBytes } from '@/components/ui/use-bytes';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type AuditList, auditListSchema } from '@/lib/audit/schema';
import { prepareAudit } from './prepare-audit';
import { useKeptWords } from './use-kept-words';

type Entry = AuditList['entries'][number];
type Props = {
  first: readonly Entry[];
  pageSize: number;
  /** Names of the datasources there are. */
  names: ReadonlyMap<string, string>;
};

/** Who did what that can't be undone, the newest first. */
export function AuditPanel({ first, pageSize, names }: Props) {
  const t = useTranslations('storage.audit');
  const problemText = useProblemText();
  const [older, setOlder] = useState<readonly Entry[]>([]);
  const [hasMore, setHasMore] = useState(first.length === pageSize);
  const [busy, setBusy] = useState(false);
  const entries = [...first, ...older];

  const more = async () => {
    setBusy(true);
    try {
      const before = entries.at(-1)?.id ?? '';
      const { entries: found } = await api.get(
        `/api/v1/audit?limit=${pageSize}&before=${before}`,
        auditListSchema,
      );
      setOlder((known) => [...known, ...found]);
      setHasMore(found.length === pageSize);
    } catch (error) {
      toast.error(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel labelledBy="audit">
      <PanelHead id="audit" title={t('title')} note={t('note')} />
      {entries.length === 0 ? (
        <p className="px-4 py-4 text-dense text-ink-2">{t('none')}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} name={names.get(entry.subject)} />
          ))}
        </ul>
      )}
      {hasMore ? (
        <div className="border-line border-t px-2 py-1">
          <Button variant="ghost" size="small" loading={busy} onClick={() => void more()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function AuditRow({ entry, name }: { entry: Entry; name: string | undefined }) {
  const t = useTranslations('storage.audit');
  const format = useFormatter();
  const moment = useMoment();
  const bytes = useBytes();
  const words = useKeptWords();
  const line = prepareAudit(entry);
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b px-4 py-2.5 text-dense last:border-b-0">
      <span className="min-w-0 break-words">
        {t.rich(`did.${line.key}`, {
          key: () => <Code>{'start' in line ? `${line.start}…` : ''}</Code>,
          name: () => (name === undefined ? t('workspace') : <bdi className="font-[550]">{name}</bdi>),
          kept: 'rawDays' in line ? words.raw({ rawDays: line.rawDays, summaryYears: null }) : '',
          from: 'from' in line ? day(line.from) : '',
          to: 'to' in line ? day(line.to) : '',
          count: 'readings' in line ? line.readings : 0,
          size: 'bytes' in line ? bytes(line.bytes) : '',
          action: () => <Code>{'action' in line ? line.action : ''}</Code>,
        })}
        <span className="text-ink-3">
          {' '}
          · {entry.user?.name ?? t(line.key === 'cap_drop' ? 'product' : 'someone')}
        </span>
      </span>
      <time dateTime={entry.at} className="num text-ink-3 text-small" suppressHydrationWarning>
        {moment(entry.at)}
      </time>
    </li>
  );
}
