'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { lookOf } from '@/components/widget/widget-looks';
import { addNewWidget } from '@/lib/asset-editor/editor-actions';
import { widgetDefinition } from '@/lib/widget/registry';
import { WIDGET_KINDS } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';

/** The kinds of widget that can be added, by their documented names. */
export function AddWidgetMenu() {
  const t = useTranslations('assetEditor.widgets');
  const { actions } = useAssetEditor();
  return (
    <Menu>
      <MenuTrigger>
        <IconButton label={t('add')} icon={<Plus aria-hidden="true" />} className="ms-auto" />
      </MenuTrigger>
      <MenuContent onCloseAutoFocus={(event) => event.preventDefault()}>
        {WIDGET_KINDS.map((kind) => {
          const { icon: Icon } = lookOf(kind);
          return (
            <MenuItem
              key={kind}
              className="py-1.5"
              icon={<Icon aria-hidden="true" className="size-3.5" />}
              onSelect={() => addNewWidget(actions, kind)}
            >
              <span className="block font-medium">{widgetDefinition(kind).label}</span>
              <span className="block text-ink-3 text-small">{t(`kindHint.${kind}`)}</span>
            </MenuItem>
          );
        })}
      </MenuContent>
    </Menu>
  );
}
