'use client';

import { Box, Check, Network, Send, Terminal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDuration } from '@/components/datasource/use-duration';
import { useTestReading } from '@/components/datasource/use-test-reading';
import { useConnection } from '@/components/live/use-connection';
import { Age } from '@/components/ui/age';
import { Button, ButtonLink } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { Panel } from '@/components/ui/panel';
import { ArrivedValues } from './arrived-values';
import { LastRefusal } from './last-refusal';
import type { Arrival } from './use-arrival';

type Props = {
  datasourceId: string;
  url: string;
  arrival: Arrival;
  /** Of the datasource, when the page was made. */
  lastMessageAt: number | null;
  openedAt: number;
  mayWrite: boolean;
};

/** Waits for a reading and shows it the moment it arrives; meanwhile, what was refused and why. */
export function ArrivalPanel({ datasourceId, url, arrival, lastMessageAt, openedAt, mayWrite }: Props) {
  const t = useTranslations('datasource.connect');
  const { live, arrivedAt } = arrival;
  return (
    <Panel label={t('sendStep')}>
      <div className="grid justify-items-center px-5 pt-6 pb-5 text-center">
        {arrivedAt === null ? (
          <Waiting lastMessageAt={lastMessageAt} openedAt={openedAt} />
        ) : (
          <Arrived arrivedAt={arrivedAt} openedAt={openedAt} isFirst={lastMessageAt === null} />
        )}
        {arrivedAt === null && mayWrite ? <TestButton datasourceId={datasourceId} /> : null}
      </div>
      {arrivedAt === null ? null : <ArrivedValues datasourceId={datasourceId} />}
      {live?.lastRefusal ? <LastRefusal refusal={live.lastRefusal} /> : null}
      {arrivedAt === null ? <IfNothingArrives url={url} /> : <NextSteps datasourceId={datasourceId} />}
    </Panel>
  );
}

function Waiting({ lastMessageAt, openedAt }: { lastMessageAt: number | null; openedAt: number }) {
  const t = useTranslations('datasource.connect');
  const first = lastMessageAt === null;
  const { phase } = useConnection();
  const isCut = phase === 'waiting' || phase === 'ended';
  return (
    <>
      <span aria-hidden="true" className="relative mb-2 grid size-18 place-items-center">
        <i className="absolute inset-0 animate-pulse-ring rounded-full border border-line-control motion-reduce:hidden" />
        <i className="absolute inset-2 rounded-full border border-line" />
        <b className="size-3 rounded-full border-[1.5px] border-ink-3 border-dashed" />
      </span>
      <div role="status">
        <h2 className="font-semibold text-lead tracking-[-0.01em]">{t(first ? 'waiting' : 'waitingNext')}</h2>
      </div>
      <p className="text-dense text-ink-2">
        {isCut
          ? t('notLive')
          : first
            ? t('waitingText')
            : t.rich('waitingNextText', { age: () => <Age at={lastMessageAt} /> })}
      </p>
      <Elapsed since={openedAt} />
    </>
  );
}

function Elapsed({ since }: { since: number }) {
  const seconds = Math.max(0, Math.floor((useNow() - since) / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p aria-hidden="true" className="ltr num mt-1 text-ink-3 text-small" suppressHydrationWarning>
      {text}
    </p>
  );
}

function Arrived(props: { arrivedAt: number; openedAt: number; isFirst: boolean }) {
  const t = useTranslations('datasource.connect');
  const duration = useDuration();
  return (
    <>
      <span className="mb-2 grid size-10 place-items-center rounded-full border border-good-line bg-good-soft text-good-text">
        <Check aria-hidden="true" className="size-5 stroke-2" />
      </span>
      <div role="status">
        <h2 className="font-semibold text-lead tracking-[-0.01em]">
          {t(props.isFirst ? 'arrived' : 'arrivedNext')}
        </h2>
      </div>
      <p className="text-dense text-ink-2">
        {t('arrivedAfter', { duration: duration(props.arrivedAt - props.openedAt) })}
      </p>
    </>
  );
}

function TestButton({ datasourceId }: { datasourceId: string }) {
  const t = useTranslations('datasource.connect');
  const { send, busy } = useTestReading(datasourceId, { quiet: true });
  return (
    <Button
      className="mt-4 w-full"
      icon={<Send aria-hidden="true" className="flip" />}
      loading={busy}
      onClick={() => void send()}
    >
      {t('test')}
    </Button>
  );
}

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');
const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

function IfNothingArrives({ url }: { url: string }) {
  const t = useTranslations('datasource.connect');
  const address = new URL(url);
  return (
    <div className="border-line border-t px-4 py-3 text-dense">
      <b className="font-[550]">{t('nothingTitle')}</b>
      <ul className="mt-1 grid gap-1 text-ink-2">
        <Hint icon={<Network aria-hidden="true" />}>
          {isLoopback(address) ? t('nothingLoopback') : t('nothingAddress', { port: portOf(address) })}
        </Hint>
        <Hint icon={<Terminal aria-hidden="true" />}>{t('nothingVariable')}</Hint>
      </ul>
    </div>
  );
}

function Hint({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 [&_svg]:mt-[3px] [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-ink-3">
      {icon}
      <span>{children}</span>
    </li>
  );
}

function NextSteps({ datasourceId }: { datasourceId: string }) {
  const t = useTranslations('datasource.connect');
  return (
    <div className="grid gap-2 border-line border-t p-4">
      <ButtonLink href="/assets" variant="primary" icon={<Box aria-hidden="true" />}>
        {t('showOnAsset')}
      </ButtonLink>
      <ButtonLink href={`/datasources/${datasourceId}`}>{t('nameMetrics')}</ButtonLink>
    </div>
  );
}
