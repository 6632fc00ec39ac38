'use client';

import { AssetOverview } from './asset-overview';
import { useAssetDocument, useAssetEditor, useEditorSession, useKnownWidgets } from './editor-context';
import { PartInspector } from './part-inspector';
import { UnknownWidgetPanel } from './settings/unknown-widget-panel';
import { WidgetSettings } from './settings/widget-settings';

/** The right panel: settings of the selected widget, else the selected part, else the asset. */
export function Inspector() {
  const { canEdit } = useAssetEditor();
  const widgetId = useEditorSession((s) => s.widgetId);
  const partId = useEditorSession((s) => s.partId);
  const widget = useKnownWidgets().find(({ id }) => id === widgetId);
  const unknown = useAssetDocument((d) => (widget ? undefined : d.widgets.find(({ id }) => id === widgetId)));
  if (widget) return <WidgetSettings key={widget.id} widget={widget} disabled={!canEdit} />;
  if (unknown) return <UnknownWidgetPanel widget={unknown} />;
  return partId === null ? <AssetOverview /> : <PartInspector key={partId} partId={partId} />;
}
