'use client';

import { Braces, Cpu, Terminal, Workflow } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { SenderDrawing } from './sender-drawing';

const WAYS = [
  { key: 'script', icon: Terminal },
  { key: 'controller', icon: Cpu },
  { key: 'flow', icon: Workflow },
  { key: 'anything', icon: Braces },
] as const;

/** No datasource yet: what one is for, and what can send. */
export function ListEmpty({ action }: { action: ReactNode }) {
  const t = useTranslations('datasource.empty');
  return (
    <Panel>
      <EmptyState
        art={<SenderDrawing />}
        title={t('title')}
        actions={action}
        footer={
          <Link href="/docs/ingest" className="link">
            {t('docs')}
          </Link>
        }
        className="pt-16 pb-14"
      >
        {t('text')}
        {action ? null : <p className="mt-2">{t('viewer')}</p>}
      </EmptyState>
      <ul
        aria-label={t('ways')}
        className="grid grid-cols-4 border-line border-t max-md:grid-cols-1 [&>li+li]:border-s [&>li]:border-line max-md:[&>li+li]:border-s-0 max-md:[&>li+li]:border-t"
      >
        {WAYS.map(({ key, icon: Icon }) => (
          <li key={key} className="flex items-center gap-3 p-4">
            <Icon aria-hidden="true" className="text-ink-2" />
            <span>
              <b className="block font-[550] text-dense">{t(key)}</b>
              <span className="text-ink-3 text-small">{t(`${key}Hint`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
