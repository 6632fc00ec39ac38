'use client';

import { useCallback, useMemo } from 'react';
import { AssetModel, type AssetModelHandle } from '@/components/stage/asset-model';
import type { PartAlarm } from '@/components/stage/types';
import { useAssetAlerts } from '@/components/widget/use-asset-alerts';
import type { ActiveAlerts } from '@/lib/alert/active-alerts';
import type { PlacedAsset } from './place-assets';
import { useViewer, useViewerSession } from './viewer-context';

function toAlarm(alerts: ActiveAlerts): ReadonlyMap<string, PartAlarm> | undefined {
  if (alerts.parts.size === 0) return undefined;
  return new Map([...alerts.parts].map(([id, part]) => [id, { color: part.color, intensity: 1 }]));
}

/** A placed asset as the viewer shows it: parts glow while alerts are met, a press opens its panel. */
export function ViewedInstance({ placed, dimmed }: { placed: PlacedAsset; dimmed: boolean }) {
  const { handles, focus } = useViewer();
  const { instance, asset, parts, widgets, roots } = placed;
  const focused = useViewerSession((session) => session.focusedId === instance.id);
  const alerts = useAssetAlerts(widgets, undefined, roots);
  const alarm = useMemo(() => toAlarm(alerts), [alerts]);
  const register = useCallback(
    (handle: AssetModelHandle | null) => {
      handles.set(instance.id, handle);
      return () => handles.set(instance.id, null);
    },
    [handles, instance.id],
  );
  const onPick = useCallback(() => focus(instance.id), [focus, instance.id]);
  return (
    <group position={instance.position} rotation={instance.rotation} scale={instance.scale}>
      <AssetModel
        ref={register}
        url={asset.modelUrl}
        parts={parts}
        bounds={asset.statistics.bounds}
        alarm={alarm}
        dimmed={dimmed && !alarm}
        selected={focused}
        onPick={widgets.length > 0 ? onPick : undefined}
      />
    </group>
  );
}
