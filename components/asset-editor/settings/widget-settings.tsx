'use client';

import { useTranslations } from 'next-intl';
import { WidgetCard } from '@/components/widget/widget-card';
import type { Widget } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';
import { PanelHead } from '../panel-parts';
import { ActionButton } from '../session/action-button';
import { AlertFields } from './alert-fields';
import { AnchorField } from './anchor-field';
import { DataKeySetting } from './data-key-setting';
import { DatasourceSetting } from './datasource-setting';
import { KindFields } from './kind-fields';
import { KindPicker } from './kind-picker';
import { LookFields } from './look-fields';
import { TextSetting } from './text-setting';
import { useSettings } from './use-settings';

/** The documented *Widget Settings Panel*, with the widget as it looks on top. */
export function WidgetSettings({ widget, disabled }: { widget: Widget; disabled: boolean }) {
  const t = useTranslations('assetEditor.settings');
  const tw = useTranslations('widget');
  const { session } = useAssetEditor();
  const settings = useSettings(widget);
  const shared = { widget, settings, disabled };
  return (
    <section aria-label={t('title')} data-settings-of={widget.id}>
      <PanelHead title={widget.title || tw('untitled')} onClose={() => session.getState().selectWidget(null)}>
        {disabled ? null : (
          <>
            <ActionButton id="duplicate" />
            <ActionButton id="delete" />
          </>
        )}
      </PanelHead>
      <section
        aria-label={t('preview')}
        className="mx-4 mb-2.5 grid min-h-24 place-items-center overflow-x-auto rounded-md border border-line p-2.5"
        style={{ background: 'radial-gradient(100% 120% at 50% 30%, var(--surface), var(--hover))' }}
      >
        <WidgetCard widget={widget} />
      </section>
      <KindPicker widget={widget} disabled={disabled} />
      <div className="grid gap-1.5 px-4 pb-3">
        <TextSetting
          label={t('titleField')}
          settings={settings}
          field="title"
          value={widget.title}
          maxLength={80}
          disabled={disabled}
          onChange={(title) => settings.change({ title }, 'title')}
        />
        <DatasourceSetting {...shared} />
        <DataKeySetting {...shared} />
        <KindFields {...shared} />
        <LookFields {...shared} />
      </div>
      <AlertFields {...shared} />
      <AnchorField {...shared} />
    </section>
  );
}
