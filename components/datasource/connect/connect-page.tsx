'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { forgetRevealedKey, type RevealedKey, revealedKey } from '@/components/datasource/revealed-key';
import { useMoment } from '@/components/datasource/use-moment';
import { LiveProvider } from '@/components/live/live-provider';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import type { ApiKeyInfo } from '@/lib/api-key/schema';
import type { DatasourceDetail } from '@/lib/datasource/schema';
import { ArrivalPanel } from './arrival-panel';
import { KeyStep } from './key-step';
import { SnippetStep } from './snippet-step';
import { Step } from './step';
import { UrlField } from './url-field';
import { useArrival } from './use-arrival';

type Props = {
  datasource: DatasourceDetail;
  currentKey: ApiKeyInfo | null;
  mayWrite: boolean;
  mayWriteKeys: boolean;
  /** By the server's clock. */
  openedAt: number;
};

/** How to connect a sender: key, address, code; and beside them what arrives. */
export function ConnectPage(props: Props) {
  return (
    <LiveProvider datasourceIds={[props.datasource.id]}>
      <Content {...props} />
    </LiveProvider>
  );
}

function Content({ datasource, currentKey, mayWrite, mayWriteKeys, openedAt }: Props) {
  const t = useTranslations('datasource');
  const [revealed, setRevealed] = useState(() => revealedKey(datasource.id));
  // The page keeps it for as long as it is open; nothing keeps it longer.
  useEffect(() => forgetRevealedKey, []);
  const lastMessageAt = datasource.lastMessageAt === null ? null : Date.parse(datasource.lastMessageAt);
  const arrival = useArrival(datasource.id, lastMessageAt);
  const home = `/datasources/${datasource.id}`;
  const done = <ButtonLink href={home}>{t('connect.done')}</ButtonLink>;
  return (
    <Page
      crumbs={[
        { label: t('title'), href: '/datasources' },
        { label: datasource.name, href: home },
        { label: t('connect.crumb') },
      ]}
      title={t('connect.title', { name: datasource.name })}
      description={<Occasion revealed={revealed} />}
      actions={<span className="max-md:hidden">{done}</span>}
      className="max-w-308"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_376px]">
        <ol>
          <Step number={1} title={t(revealed ? 'connect.keyStep' : 'connect.keyStepGone')}>
            <KeyStep
              datasourceId={datasource.id}
              revealed={revealed}
              onRevealed={setRevealed}
              currentKey={currentKey}
              mayWriteKeys={mayWriteKeys}
              isQuiet={arrival.arrivedAt !== null}
            />
          </Step>
          <Step number={2} title={t('connect.urlStep')}>
            <UrlField url={datasource.ingestionUrl} />
          </Step>
          <Step number={3} title={t('connect.sendStep')}>
            <SnippetStep url={datasource.ingestionUrl} revealed={revealed} />
          </Step>
        </ol>
        <div className="grid gap-3">
          <ArrivalPanel
            datasourceId={datasource.id}
            url={datasource.ingestionUrl}
            arrival={arrival}
            lastMessageAt={lastMessageAt}
            openedAt={openedAt}
            mayWrite={mayWrite}
          />
          <div className="grid md:hidden">{done}</div>
        </div>
      </div>
    </Page>
  );
}

/** Why one is here: a fresh datasource, a fresh key, or to look things up. */
function Occasion({ revealed }: { revealed: RevealedKey | null }) {
  const t = useTranslations('datasource.connect');
  const moment = useMoment();
  if (!revealed) return t('again');
  if (revealed.reason !== 'regenerated') return t(revealed.reason);
  if (!revealed.oldKeyUntil) return t('regeneratedAtOnce');
  return t('regenerated', { time: moment(revealed.oldKeyUntil) });
}
