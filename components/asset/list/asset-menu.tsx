'use client';

import { Copy, Download, Ellipsis, Pencil, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type AssetDetail, type AssetSummary, assetDetailSchema } from '@/lib/asset/api-schema';
import { DeleteAssetDialog } from './delete-asset-dialog';
import { EditAssetDialog } from './edit-asset-dialog';

export type AssetMenuProps = {
  asset: AssetSummary;
  mayWrite: boolean;
  onSaved: (asset: AssetDetail) => void;
  onDuplicated: (asset: AssetDetail) => void;
  onDeleted: (asset: AssetSummary) => void;
};

/** What one can do with an asset. */
export function AssetMenu({ asset, mayWrite, onSaved, onDuplicated, onDeleted }: AssetMenuProps) {
  const t = useTranslations('asset.menu');
  const router = useRouter();
  const problemText = useProblemText();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const toggle = (which: 'edit' | 'delete') => (open: boolean) => setDialog(open ? which : null);
  const duplicate = async () => {
    try {
      const copy = await api.post(`/api/v1/assets/${asset.id}/duplicate`, {}, assetDetailSchema);
      onDuplicated(copy);
      toast.success(t('duplicated', { name: copy.name }), {
        action: { label: t('open'), onClick: () => router.push(`/assets/${copy.id}`) },
      });
    } catch (error) {
      toast.error(t('notDuplicated', { name: asset.name }), { description: problemText(error) });
    }
  };
  return (
    <>
      <Menu>
        <MenuTrigger>
          <IconButton
            label={t('label', { name: asset.name })}
            tooltip={false}
            icon={<Ellipsis aria-hidden="true" />}
            className="relative z-1 -me-1.5"
          />
        </MenuTrigger>
        <MenuContent>
          <MenuItem
            icon={<SquareArrowOutUpRight aria-hidden="true" />}
            onSelect={() => router.push(`/assets/${asset.id}`)}
          >
            {t('open')}
          </MenuItem>
          <MenuItem asChild>
            <a href={asset.modelUrl} download={`${asset.name}.glb`}>
              <Download aria-hidden="true" />
              <span className="grow">{t('download')}</span>
            </a>
          </MenuItem>
          {mayWrite ? (
            <>
              <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setDialog('edit')}>
                {t('rename')}
              </MenuItem>
              <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => void duplicate()}>
                {t('duplicate')}
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setDialog('delete')}>
                {t('delete')}
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <EditAssetDialog
        asset={asset}
        open={dialog === 'edit'}
        onOpenChange={toggle('edit')}
        onSaved={onSaved}
      />
      <DeleteAssetDialog
        asset={asset}
        open={dialog === 'delete'}
        onOpenChange={toggle('delete')}
        onDeleted={() => onDeleted(asset)}
      />
    </>
  );
}
