'use client';

import { Plug, Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatasourceMenu } from '@/components/datasource/datasource-menu';
import { DatasourceTabs } from '@/components/datasource/datasource-tabs';
import { KeysPanel } from '@/components/datasource/keys/keys-panel';
import { MetricsPanel } from '@/components/datasource/metrics/metrics-panel';
import { type RevealedKey, revealKey } from '@/components/datasource/revealed-key';
import { useTypeLabel } from '@/components/datasource/use-type-label';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Columns, Page } from '@/components/shell/page';
import { Button, ButtonLink } from '@/components/ui/button';
import { StatusMark } from '@/components/ui/status-mark';
import { toast } from '@/components/ui/toast-store';
import { ClockOffset } from './clock-offset';
import { DetailFigures } from './detail-figures';
import type { DetailProps } from './detail-page';
import { ExamplePanel } from './example-panel';
import { RefusalsPanel } from './refusals-panel';
import { SendConfirm, useGuardedSend } from './send-confirm';
import { useDetail } from './use-detail';

export function DetailContent(initial: DetailProps) {
  const t = useTranslations('datasource');
  const router = useRouter();
  const typeLabel = useTypeLabel();
  const { datasource, metrics, refusals, keys, example, setDatasource, changeMetric, refreshKeys } =
    useDetail(initial);
  const { mayWrite } = initial;
  const live = useDatasourceState(datasource.id);
  const status = live?.status ?? datasource.status;
  const sending = useGuardedSend(datasource.id, status === 'live');
  const connect = `/datasources/${datasource.id}/connect`;
  const reveal = (key: RevealedKey) => {
    revealKey(key);
    router.push(connect);
  };
  const staleAfterMs = live?.staleAfterMs ?? datasource.staleAfterSeconds * 1000;
  return (
    <Page
      crumbs={[{ label: t('title'), href: '/datasources' }, { label: datasource.name }]}
      title={datasource.name}
      status={<StatusMark status={status} />}
      description={
        <span className="text-dense">
          {[typeLabel(datasource.type), datasource.description].filter(Boolean).join(' · ')}
        </span>
      }
      actions={
        <>
          {mayWrite ? (
            <Button
              icon={<Send aria-hidden="true" className="flip" />}
              loading={sending.busy}
              onClick={() => sending.send()}
            >
              {t('detail.sendTest')}
            </Button>
          ) : null}
          <ButtonLink href={connect} icon={<Plug aria-hidden="true" />}>
            {t('detail.connect')}
          </ButtonLink>
          <DatasourceMenu
            datasource={datasource}
            staleAfterSeconds={datasource.staleAfterSecondsSet}
            mayWrite={mayWrite}
            withConnect={false}
            onSaved={(saved) => {
              setDatasource(saved);
              toast.success(t('edit.saved'));
            }}
            onDeleted={() => {
              toast.success(t('delete.done', { name: datasource.name }));
              router.push('/datasources');
            }}
          />
        </>
      }
    >
      <DatasourceTabs datasourceId={datasource.id} active="overview" />
      <DetailFigures datasource={datasource} />
      <ClockOffset offsetMs={datasource.clockOffsetMs} />
      <Columns
        railWidth={384}
        rail={
          <>
            {keys ? (
              <KeysPanel
                datasourceId={datasource.id}
                keys={keys.keys}
                wider={keys.wider}
                onRevealed={reveal}
                onChanged={refreshKeys}
              />
            ) : null}
            <ExamplePanel
              example={example}
              sending={sending.busy}
              {...(mayWrite ? { onSend: sending.send } : {})}
            />
          </>
        }
      >
        <MetricsPanel
          datasourceId={datasource.id}
          listed={metrics}
          staleAfterMs={staleAfterMs}
          mayWrite={mayWrite}
          onChanged={changeMetric}
        />
        <RefusalsPanel datasourceId={datasource.id} refusals={refusals} />
      </Columns>
      <SendConfirm name={datasource.name} {...sending} />
    </Page>
  );
}
