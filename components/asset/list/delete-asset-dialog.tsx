'use client';

import { Gauge, Map as MapIcon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useUsage } from '@/components/document/use-usage';
import { ConfirmDialog, type Loss } from '@/components/ui/confirm-dialog';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type AssetUsage, assetUsageSchema } from '@/lib/asset/api-schema';

type Props = {
  asset: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
};

const NAMES_SHOWN = 3;

/** Asks before an asset is deleted and says what is lost with it. */
export function DeleteAssetDialog({ asset, open, onOpenChange, onDeleted }: Props) {
  const t = useTranslations('asset.delete');
  const problemText = useProblemText();
  const usage = useUsage(`/api/v1/assets/${asset.id}/usage`, assetUsageSchema, open);
  const losses = useLosses(usage);
  const remove = async () => {
    try {
      await api.delete(`/api/v1/assets/${asset.id}`);
    } catch (error) {
      throw new Error(problemText(error));
    }
    onDeleted();
  };
  return (
    <ConfirmDialog
      open={open && usage !== undefined}
      onOpenChange={onOpenChange}
      title={t('title', { name: asset.name })}
      losses={losses}
      confirmLabel={t('confirm')}
      onConfirm={remove}
    />
  );
}

function useLosses(usage: AssetUsage | null | undefined): Loss[] {
  const t = useTranslations('asset.delete');
  const format = useFormatter();
  if (usage === undefined) return [];
  if (usage === null) return [{ id: 'unknown', icon: <MapIcon aria-hidden="true" />, text: t('unknown') }];
  const b = (chunks: ReactNode) => <b className="font-[550]">{chunks}</b>;
  const losses: Loss[] = [
    { id: 'model', icon: <Gauge aria-hidden="true" />, text: t.rich('model', { b, count: usage.widgets }) },
  ];
  if (usage.scenes.length > 0) {
    const names = usage.scenes.map((scene) => scene.name);
    const rest = names.length - NAMES_SHOWN;
    const shown = rest > 0 ? [...names.slice(0, NAMES_SHOWN), t('moreScenes', { count: rest })] : names;
    const instances = usage.scenes.reduce((sum, scene) => sum + scene.instances, 0);
    losses.push({
      id: 'scenes',
      icon: <MapIcon aria-hidden="true" />,
      text: t.rich('scenes', { b, count: instances, scenes: format.list(shown) }),
    });
  }
  return losses;
}
