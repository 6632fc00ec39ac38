'use client';

import { useMemo } from 'react';
import type { OverlayItem } from '@/components/stage/overlay/stage-overlay';
import { WidgetCard } from '@/components/widget/widget-card';
import type { Severity } from '@/lib/alert/schema';
import type { InstanceHandles } from './instance-handles';
import type { PlacedAsset } from './place-assets';
import { useSceneAlerts } from './use-scene-alerts';
import { useViewer, useViewerSession } from './viewer-context';

/** Cards of all widgets that are shown, and a name over each machine when names are wanted. */
export function useOverlayItems(): OverlayItem[] {
  const { placed, handles } = useViewer();
  const alerts = useSceneAlerts();
  const showWidgets = useViewerSession((session) => session.showWidgets);
  const showNames = useViewerSession((session) => session.showNames);
  const hiddenGroups = useViewerSession((session) => session.hiddenGroups);
  return useMemo(() => {
    const severities = new Map(alerts.map((alert) => [alert.key, alert.severity]));
    return placed
      .filter(({ instance }) => instance.groupId === null || !hiddenGroups.has(instance.groupId))
      .flatMap((one) => [
        ...(showWidgets ? cards(one, handles, severities) : []),
        ...(showNames && one.widgets.length > 0 ? [name(one, handles)] : []),
      ]);
  }, [placed, handles, alerts, showWidgets, showNames, hiddenGroups]);
}

function cards(
  { instance, widgets }: PlacedAsset,
  handles: InstanceHandles,
  severities: ReadonlyMap<string, Severity>,
): OverlayItem[] {
  return widgets.map((widget) => {
    const id = `${instance.id}:${widget.id}`;
    const severity = severities.get(id);
    return {
      id,
      label: `${instance.name}: ${widget.title}`,
      anchor: handles.follow(id, instance.id, widget.anchor),
      priority: severity === 'act' ? 'critical' : 'normal',
      tone: severity ?? 'normal',
      ...(widget.offset ? { preferred: widget.offset } : {}),
      node: <WidgetCard widget={widget} />,
    };
  });
}

function name({ instance }: PlacedAsset, handles: InstanceHandles): OverlayItem {
  return {
    id: `${instance.id}:name`,
    label: instance.name,
    anchor: handles.follow(`${instance.id}:name`, instance.id, null),
    priority: 'normal',
    preferred: [0, -28],
    node: (
      <span className="block whitespace-nowrap rounded-md bg-glass px-2 py-1 text-micro shadow-float backdrop-blur-md">
        {instance.name}
      </span>
    ),
  };
}
