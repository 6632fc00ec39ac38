'use client';

import { Copy, Ellipsis, Pencil, Plug, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast-store';
import type { DatasourceDetail } from '@/lib/datasource/schema';
import { DeleteDialog } from './delete-dialog';
import { EditDialog } from './edit-dialog';

type Props = {
  datasource: { id: string; name: string; description: string };
  staleAfterSeconds?: number | null;
  mayWrite: boolean;
  /** On the datasource's own page the way to connect stands beside it. */
  withConnect?: boolean;
  onSaved: (datasource: DatasourceDetail) => void;
  onDeleted: () => void;
};

/** What one can do with a datasource. */
export function DatasourceMenu(props: Props) {
  const { datasource, staleAfterSeconds, mayWrite, withConnect = true, onSaved, onDeleted } = props;
  const t = useTranslations('datasource.menu');
  const tu = useTranslations('ui');
  const router = useRouter();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const toggle = (which: 'edit' | 'delete') => (open: boolean) => setDialog(open ? which : null);
  const copyId = async () => {
    if (await copyText(datasource.id)) toast.success(tu('copied'));
    else toast.error(tu('copyFailed'));
  };
  return (
    <>
      <Menu>
        <MenuTrigger>
          <IconButton
            label={t('label', { name: datasource.name })}
            tooltip={false}
            icon={<Ellipsis aria-hidden="true" />}
            className="relative"
          />
        </MenuTrigger>
        <MenuContent>
          {withConnect ? (
            <MenuItem
              icon={<Plug aria-hidden="true" />}
              onSelect={() => router.push(`/datasources/${datasource.id}/connect`)}
            >
              {t('connect')}
            </MenuItem>
          ) : null}
          <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => void copyId()}>
            {t('copyId')}
          </MenuItem>
          {mayWrite ? (
            <>
              <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setDialog('edit')}>
                {t('rename')}
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setDialog('delete')}>
                {t('delete')}
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <EditDialog
        datasource={datasource}
        {...(staleAfterSeconds === undefined ? {} : { staleAfterSeconds })}
        open={dialog === 'edit'}
        onOpenChange={toggle('edit')}
        onSaved={onSaved}
      />
      <DeleteDialog
        datasource={datasource}
        open={dialog === 'delete'}
        onOpenChange={toggle('delete')}
        onDeleted={onDeleted}
      />
    </>
  );
}
