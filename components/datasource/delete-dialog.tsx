'use client';

import { Box, Database, KeyRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useUsage } from '@/components/document/use-usage';
import { ConfirmDialog, type Loss } from '@/components/ui/confirm-dialog';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type DatasourceUsage, datasourceUsageSchema } from '@/lib/datasource/schema';

type Props = {
  datasource: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
};

/** Asks before a datasource is deleted and says what is lost with it. */
export function DeleteDialog({ datasource, open, onOpenChange, onDeleted }: Props) {
  const t = useTranslations('datasource.delete');
  const problemText = useProblemText();
  const usage = useUsage(`/api/v1/datasources/${datasource.id}/usage`, datasourceUsageSchema, open);
  const losses = useLosses(usage);
  const remove = async () => {
    try {
      await api.delete(`/api/v1/datasources/${datasource.id}`);
    } catch (error) {
      throw new Error(problemText(error));
    }
    onDeleted();
  };
  return (
    <ConfirmDialog
      open={open && usage !== undefined}
      onOpenChange={onOpenChange}
      title={t('title', { name: datasource.name })}
      losses={losses}
      typeToConfirm={datasource.name}
      confirmLabel={t('confirm')}
      onConfirm={remove}
      {...(losses.length === 0 ? { description: t('nothing') } : {})}
    />
  );
}

function useLosses(usage: DatasourceUsage | null | undefined): Loss[] {
  const t = useTranslations('datasource.delete');
  const format = useFormatter();
  if (usage === undefined) return [];
  if (usage === null) return [{ id: 'unknown', icon: <Database aria-hidden="true" />, text: t('unknown') }];
  const b = (chunks: ReactNode) => <b className="font-[550]">{chunks}</b>;
  const losses: Loss[] = [];
  if (usage.metrics > 0) {
    const since = usage.since ? format.dateTime(new Date(usage.since), { dateStyle: 'long' }) : '';
    losses.push({
      id: 'data',
      icon: <Database aria-hidden="true" />,
      text: t.rich('data', { b, metrics: usage.metrics, readings: usage.readings, since }),
    });
  }
  if (usage.keys > 0)
    losses.push({
      id: 'keys',
      icon: <KeyRound aria-hidden="true" />,
      text: t.rich('keys', { b, count: usage.keys }),
    });
  if (usage.widgets > 0) {
    const names = usage.assets.map((asset) => asset.name);
    const shown =
      names.length > 3 ? [...names.slice(0, 3), t('moreAssets', { count: names.length - 3 })] : names;
    losses.push({
      id: 'widgets',
      icon: <Box aria-hidden="true" />,
      text: t.rich('widgets', { b, count: usage.widgets, assets: format.list(shown) }),
    });
  }
  return losses;
}
