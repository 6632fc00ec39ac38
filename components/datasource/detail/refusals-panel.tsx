'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { CodeBlock } from '@/components/ui/code-block';
import { Dialog } from '@/components/ui/dialog';
import { Panel, PanelHead } from '@/components/ui/panel';
import type { RefusedRequest } from '@/lib/datasource/refusal-schema';

const SHOWN_FIRST = 5;
const DAY_MS = 86_400_000;

/** The last refused requests: who, what, why. */
export function RefusalsPanel({
  datasourceId,
  refusals,
}: {
  datasourceId: string;
  refusals: readonly RefusedRequest[];
}) {
  const t = useTranslations('datasource.refusals');
  const [opened, setOpened] = useState<RefusedRequest | null>(null);
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? refusals : refusals.slice(0, SHOWN_FIRST);
  return (
    <Panel labelledBy="refusals">
      <PanelHead
        id="refusals"
        title={t('title')}
        {...(refusals.length > 0 ? { count: refusals.length } : {})}
      >
        <ButtonLink href={`/datasources/${datasourceId}/inspector`} variant="ghost" size="small">
          {t('inspect')}
        </ButtonLink>
        <ButtonLink href="/docs/errors" variant="ghost" size="small">
          {t('codes')}
        </ButtonLink>
      </PanelHead>
      {refusals.length === 0 ? (
        <p className="px-4 py-6 text-center text-dense text-ink-3">{t('none')}</p>
      ) : (
        <ul className="text-dense">
          {shown.map((refusal) => (
            <li
              key={refusal.id}
              className="grid grid-cols-[96px_176px_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b py-1 ps-4 pe-2 last:border-b-0 max-md:grid-cols-[minmax(0,1fr)_auto] max-md:py-2"
            >
              <When at={refusal.at} />
              <span className="flex min-w-0 items-center gap-1.5 max-md:order-first">
                <Badge>{refusal.status}</Badge>
                <span className="ltr truncate font-mono text-small">{refusal.code}</span>
              </span>
              <bdi
                className="min-w-0 truncate max-md:col-span-2 max-md:whitespace-normal"
                title={refusal.detail}
              >
                {refusal.detail}
              </bdi>
              <Button
                variant="ghost"
                size="small"
                onClick={() => setOpened(refusal)}
                className="max-md:col-start-2 max-md:row-start-1"
              >
                {t('open')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refusals.length > shown.length ? (
        <div className="border-line border-t p-2 text-center">
          <Button variant="ghost" size="small" onClick={() => setShowAll(true)}>
            {t('showAll', { count: refusals.length })}
          </Button>
        </div>
      ) : null}
      {opened ? (
        <RefusalDialog datasourceId={datasourceId} refusal={opened} onClose={() => setOpened(null)} />
      ) : null}
    </Panel>
  );
}

/** The time of today, else the date as well. */
function When({ at }: { at: string }) {
  const format = useFormatter();
  const now = useNow();
  const time = new Date(at);
  const isRecent = now - time.getTime() < DAY_MS;
  return (
    <time dateTime={at} className="num text-ink-3" suppressHydrationWarning>
      {format.dateTime(
        time,
        isRecent
          ? { timeStyle: 'medium' }
          : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
      )}
    </time>
  );
}

type DialogProps = { datasourceId: string; refusal: RefusedRequest; onClose: () => void };

function RefusalDialog({ datasourceId, refusal, onClose }: DialogProps) {
  const t = useTranslations('datasource.refusals');
  const format = useFormatter();
  const at = format.dateTime(new Date(refusal.at), { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width={640}
      footer={
        <ButtonLink href={`/datasources/${datasourceId}/inspector?request=${refusal.id}`}>
          {t('fix')}
        </ButtonLink>
      }
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Badge>{refusal.status}</Badge>
          <span className="ltr code-text">{refusal.code}</span>
        </span>
      }
      description={refusal.address ? t('whenFrom', { at, address: refusal.address }) : at}
    >
      <p className="text-dense">
        <bdi>{refusal.detail}</bdi>{' '}
        <Link href={`/docs/errors#${refusal.code}`} className="link-in-text whitespace-nowrap">
          {t('why')}
        </Link>
      </p>
      {refusal.errors.length > 1 ? (
        <ul className="grid gap-1 text-dense" aria-label={t('faults')}>
          {refusal.errors.map((error) => (
            <li key={error.pointer + error.detail} className="flex gap-2">
              <span className="ltr code-text shrink-0">{error.pointer || '/'}</span>
              <bdi className="text-ink-2">{error.detail}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {refusal.bodyStart === null ? (
        <p className="text-ink-3 text-small">{t('noBody')}</p>
      ) : (
        <figure className="grid gap-1.5">
          <figcaption className="text-ink-3 text-small">{t('body')}</figcaption>
          <CodeBlock
            code={refusal.bodyStart}
            language="json"
            label={t('body')}
            className="max-h-72 whitespace-pre-wrap break-all rounded-md border border-line"
          />
        </figure>
      )}
    </Dialog>
  );
}
