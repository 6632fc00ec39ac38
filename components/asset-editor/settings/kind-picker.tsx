'use client';

import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { lookOf } from '@/components/widget/widget-looks';
import { changeWidgetKind } from '@/lib/asset-editor/commands/change-widget-kind';
import { widgetDefinition } from '@/lib/widget/registry';
import { WIDGET_KINDS, type Widget, type WidgetKind } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';

/** The four kinds; changing keeps what both kinds have. */
export function KindPicker({ widget, disabled }: { widget: Widget; disabled: boolean }) {
  const t = useTranslations('assetEditor.settings');
  const tk = useTranslations('widget.kind');
  const { editor } = useAssetEditor();
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={t('kind')}
      value={widget.kind}
      disabled={disabled}
      onValueChange={(kind) => {
        if (kind) editor.getState().run(changeWidgetKind(widget.id, kind as WidgetKind), { label: 'kind' });
      }}
      className="grid grid-cols-4 gap-1.5 px-4 pb-3"
    >
      {WIDGET_KINDS.map((kind) => {
        const { icon: Icon } = lookOf(kind);
        return (
          <ToggleGroup.Item
            key={kind}
            value={kind}
            title={widgetDefinition(kind).label}
            className="grid justify-items-center gap-1 rounded-md border border-line px-0.5 pt-2 pb-1.5 text-ink-2 text-micro hover:bg-hover disabled:cursor-not-allowed data-[state=on]:border-accent data-[state=on]:bg-accent-soft data-[state=on]:font-[550] data-[state=on]:text-ink data-[state=on]:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            <Icon aria-hidden="true" />
            {tk(kind)}
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
