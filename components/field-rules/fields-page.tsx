'use client';

import { DatasourceFrame } from '@/components/datasource/datasource-frame';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import type { Fields } from '@/lib/field-rules/fields-schema';
import { FieldsContent } from './fields-content';

type Props = {
  datasource: Pick<DatasourceSummary, 'id' | 'name' | 'status'>;
  fields: Fields;
  metrics: readonly MetricDetail[];
  mayWrite: boolean;
};

/** How the messages of one datasource are read. */
export function FieldsPage({ datasource, ...props }: Props) {
  return (
    <DatasourceFrame datasource={datasource} active="fields">
      <FieldsContent datasourceId={datasource.id} {...props} />
    </DatasourceFrame>
  );
}
