'use client';

import { useTranslations } from 'next-intl';
import { NameDialog } from '@/components/document/name-dialog';
import { api } from '@/lib/api-client';
import { type AssetDetail, assetDetailSchema } from '@/lib/asset/api-schema';

type Props = {
  asset: { id: string; name: string; description: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved: (asset: AssetDetail) => void;
};

/** Renames an asset and describes it. */
export function EditAssetDialog({ asset, open, onOpenChange, onSaved }: Props) {
  const t = useTranslations('asset.edit');
  if (!open) return null;
  return (
    <NameDialog
      title={t('title')}
      initial={asset}
      onClose={() => onOpenChange(false)}
      onSave={async (details) => {
        onSaved(await api.patch(`/api/v1/assets/${asset.id}`, details, assetDetailSchema));
      }}
    />
  );
}
