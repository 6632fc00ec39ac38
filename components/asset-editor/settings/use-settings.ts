'use client';

import { useMemo } from 'react';
import { changeWidget, type WidgetChange } from '@/lib/asset-editor/commands/change-widget';
import { checkWidget } from '@/lib/widget/check-widget';
import type { Widget } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';

export type Settings = {
  /** Changes settings; repeated changes of the same ones (typing) are one step to undo. */
  change: (change: WidgetChange, mergeKey?: string) => void;
  /** Message code of what is wrong with a setting. */
  problemOf: (field: string) => ReturnType<typeof checkWidget>[number]['code'] | undefined;
};

export function useSettings(widget: Widget): Settings {
  const { editor, datasources } = useAssetEditor();
  return useMemo(() => {
    const problems = checkWidget(widget, new Set(datasources.map(({ id }) => id)));
    return {
      change: (change, mergeKey) =>
        editor.getState().run(changeWidget(widget.id, change), {
          label: 'settings',
          ...(mergeKey === undefined ? {} : { mergeKey: `${widget.id} ${mergeKey}` }),
        }),
      problemOf: (field) => problems.find((problem) => problem.field === field)?.code,
    };
  }, [widget, editor, datasources]);
}
