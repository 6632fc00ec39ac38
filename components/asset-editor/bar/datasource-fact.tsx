'use client';

import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Age } from '@/components/ui/age';
import { StatusMark } from '@/components/ui/status-mark';
import { useEditorSession, useKnownWidgets } from '../editor-context';

/** How the datasource of the selected widget is doing; without a selection, of the first that has one. */
export function DatasourceFact() {
  const widgets = useKnownWidgets();
  const selectedId = useEditorSession((s) => s.widgetId);
  const selected = widgets.find(({ id }) => id === selectedId);
  const datasourceId =
    selected?.datasourceId ?? widgets.find((widget) => widget.datasourceId !== null)?.datasourceId;
  const datasource = useDatasourceState(datasourceId);
  if (!datasource) return null;
  return (
    <span className="me-1.5 flex min-w-0 items-center text-ink-2 text-small max-lg:hidden">
      <StatusMark status={datasource.status} className="min-w-0">
        <bdi className="max-w-40 truncate">{datasource.name}</bdi>
        {datasource.lastMessageAt === null ? null : (
          <Age at={datasource.lastMessageAt} form="short" className="text-ink-3" />
        )}
      </StatusMark>
    </span>
  );
}
