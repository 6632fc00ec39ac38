'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel, PanelHead } from '@/components/ui/panel';
import { useBytes } from '@/components/ui/use-bytes';
import type { Storage } from '@/lib/telemetry/usage/schema';
import { useKeptWords } from './use-kept-words';
import { WorkspaceRetentionDialog } from './workspace-retention-dialog';

type Props = { storage: Storage; mayManage: boolean; onChanged: () => void };

/** What the workspace keeps, and for how long. */
export function KeptPanel({ storage, mayManage, onChanged }: Props) {
  const t = useTranslations('storage.kept');
  const bytes = useBytes();
  const words = useKeptWords();
  const [isOpen, setIsOpen] = useState(false);
  const { retention, storageBytesMax, sealAfterHours } = storage;
  const rows = [
    { key: 'raw', value: words.raw(retention) },
    { key: 'summaries', value: words.summaries(retention) },
    { key: 'cap', value: storageBytesMax === null ? t('noCap') : bytes(storageBytesMax) },
  ] as const;
  return (
    <Panel labelledBy="kept">
      <PanelHead id="kept" title={t('title')}>
        {mayManage ? (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {t('change')}
          </Button>
        ) : null}
      </PanelHead>
      <dl className="text-dense">
        {rows.map(({ key, value }) => (
          <div
            key={key}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 border-line border-b px-4 py-2.5 last:border-b-0"
          >
            <dt className="text-ink-2">{t(`${key}Name`)}</dt>
            <dd className="num text-end font-[550]">
              <bdi>{value}</bdi>
            </dd>
            <dd className="col-span-2 text-ink-3 text-small">{t(`${key}Text`, { hours: sealAfterHours })}</dd>
          </div>
        ))}
      </dl>
      {mayManage ? null : (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-small">{t('onlyOwners')}</p>
      )}
      {isOpen ? (
        <WorkspaceRetentionDialog
          storage={storage}
          onClose={() => setIsOpen(false)}
          onSaved={() => {
            setIsOpen(false);
            onChanged();
          }}
        />
      ) : null}
    </Panel>
  );
}
