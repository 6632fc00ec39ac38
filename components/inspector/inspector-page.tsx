'use client';

import { DatasourceFrame } from '@/components/datasource/datasource-frame';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { InspectorContent, type InspectorProps } from './inspector-content';

type Props = Omit<InspectorProps, 'datasourceId'> & {
  datasource: Pick<DatasourceSummary, 'id' | 'name' | 'status'>;
};

/** Why does nothing arrive? The requests of one datasource. */
export function InspectorPage({ datasource, ...props }: Props) {
  return (
    <DatasourceFrame datasource={datasource} active="inspector">
      <InspectorContent datasourceId={datasource.id} {...props} />
    </DatasourceFrame>
  );
}
