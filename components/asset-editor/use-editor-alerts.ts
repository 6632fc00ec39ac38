'use client';

import { useMemo } from 'react';
import { useAssetAlerts } from '@/components/widget/use-asset-alerts';
import type { ActiveAlerts } from '@/lib/alert/active-alerts';
import { useAssetEditor, useKnownWidgets } from './editor-context';

/** What the alerts of the edited asset do to it now. */
export function useEditorAlerts(): ActiveAlerts {
  const { asset } = useAssetEditor();
  const widgets = useKnownWidgets();
  const roots = useMemo(() => asset.parts.map(({ id }) => id), [asset.parts]);
  return useAssetAlerts(widgets, undefined, roots);
}
