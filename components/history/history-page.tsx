'use client';

import { Download, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { metricName } from '@/components/datasource/metrics/prepare-metrics';
import { Page } from '@/components/shell/page';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { DeleteRangeDialog } from './delete-range-dialog';
import { ExportDialog } from './export-dialog';
import { HistoryStage } from './history-stage';
import { HistoryToolbar } from './history-toolbar';
import { type HistoryMetric, storeChoice } from './metric-choice';
import { MetricPicker } from './metric-picker';
import { useHistoryView, type ViewState } from './use-history-view';

type Props = {
  datasource: { id: string; name: string };
  metrics: readonly HistoryMetric[];
  chosen: readonly HistoryMetric[];
  initial: Pick<ViewState, 'view' | 'preset'>;
  /** The first reading; null: there is none. */
  oldest: number | null;
  mayDelete: boolean;
};

/** What metrics of a datasource measured, as far back as is kept. */
export function HistoryPage({
  datasource,
  metrics,
  chosen: initialChoice,
  initial,
  oldest,
  mayDelete,
}: Props) {
  const t = useTranslations('history');
  const td = useTranslations('datasource');
  const [chosen, setChosen] = useState(initialChoice);
  const [dialog, setDialog] = useState<'export' | 'delete' | null>(null);
  const [edition, setEdition] = useState(0);
  const history = useHistoryView(initial, oldest ?? initial.view.from);
  const choose = (next: readonly HistoryMetric[]) => {
    setChosen(next);
    storeChoice(next);
  };
  const home = `/datasources/${datasource.id}`;
  const [first] = chosen;
  const title = first && chosen.length === 1 ? t('titleOne', { name: metricName(first) }) : t('title');
  return (
    <Page
      crumbs={[
        { label: td('title'), href: '/datasources' },
        { label: datasource.name, href: home },
        { label: t('title') },
      ]}
      title={title}
      description={<bdi className="text-dense">{datasource.name}</bdi>}
      actions={
        chosen.length === 0 ? null : (
          <>
            <MetricPicker metrics={metrics} chosen={chosen} onAdd={(metric) => choose([...chosen, metric])} />
            <Button icon={<Download aria-hidden="true" />} onClick={() => setDialog('export')}>
              {t('exportButton')}
            </Button>
            {mayDelete ? (
              <Button
                variant="danger-quiet"
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => setDialog('delete')}
              >
                {t('deleteButton')}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {chosen.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('noMetrics')}
            actions={
              <ButtonLink href={`${home}/connect`} variant="primary">
                {td('detail.connect')}
              </ButtonLink>
            }
          >
            {t('noMetricsText')}
          </EmptyState>
        </Panel>
      ) : (
        <Panel label={title}>
          <div className="border-line border-b px-3 py-2">
            <HistoryToolbar history={history} />
          </div>
          <HistoryStage
            datasourceId={datasource.id}
            metrics={chosen}
            history={history}
            edition={edition}
            onRemove={(metric) => choose(chosen.filter((one) => one !== metric))}
          />
        </Panel>
      )}
      <ExportDialog
        datasourceId={datasource.id}
        chosen={chosen}
        metricCount={metrics.length}
        view={history.view}
        open={dialog === 'export'}
        onOpenChange={(open) => setDialog(open ? 'export' : null)}
      />
      <DeleteRangeDialog
        datasource={datasource}
        chosen={chosen}
        view={history.view}
        open={dialog === 'delete'}
        onOpenChange={(open) => setDialog(open ? 'delete' : null)}
        onDeleted={() => setEdition((count) => count + 1)}
      />
    </Page>
  );
}
