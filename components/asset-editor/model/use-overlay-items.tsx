'use client';

import { useMemo } from 'react';
import type { OverlayItem, OverlayTone } from '@/components/stage/overlay/stage-overlay';
import { useQuietWidgets } from '@/components/widget/use-quiet-widgets';
import { WidgetCard } from '@/components/widget/widget-card';
import type { ActiveAlerts } from '@/lib/alert/active-alerts';
import type { Widget } from '@/lib/widget/schema';
import { useAssetEditor, useEditorSession, useKnownWidgets } from '../editor-context';

/** Cards of all widgets that have a place on the model. */
export function useOverlayItems(alerts: ActiveAlerts): OverlayItem[] {
  const { anchors, session } = useAssetEditor();
  const widgets = useKnownWidgets();
  const selectedId = useEditorSession((s) => s.widgetId);
  const preview = useEditorSession((s) => s.preview);
  const quiet = useQuietWidgets(widgets);
  const onSelect = useMemo(() => {
    if (preview) return undefined;
    return (id: string) => {
      const widget = widgets.find((one) => one.id === id);
      session.getState().selectWidget(id, widget?.anchor?.partId ?? null);
    };
  }, [preview, session, widgets]);

  return useMemo(() => {
    const toneOf = (widget: Widget): OverlayTone =>
      alerts.widgets.get(widget.id) ?? (quiet.has(widget.id) ? 'stale' : 'normal');
    return widgets.flatMap((widget) => {
      if (!widget.anchor) return [];
      const selected = !preview && widget.id === selectedId;
      const item: OverlayItem = {
        id: widget.id,
        label: widget.title,
        anchor: anchors.follow(widget.id, widget.anchor),
        priority: selected || alerts.widgets.get(widget.id) === 'act' ? 'critical' : 'normal',
        tone: toneOf(widget),
        // The card that is being set up shows all that is set up.
        ...(selected ? { leastStep: 'full' as const } : {}),
        ...(widget.offset ? { preferred: widget.offset } : {}),
        node: <WidgetCard widget={widget} selected={selected} onSelect={onSelect} />,
      };
      return [item];
    });
  }, [widgets, alerts, quiet, selectedId, preview, anchors, onSelect]);
}
