'use client';

import { LiveProvider } from '@/components/live/live-provider';
import type { ApiKeyList } from '@/lib/api-key/schema';
import type { ExampleSchema } from '@/lib/datasource/example/schema';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { RefusedRequest } from '@/lib/datasource/refusal-schema';
import type { DatasourceDetail } from '@/lib/datasource/schema';
import { DetailContent } from './detail-content';

export type DetailProps = {
  datasource: DatasourceDetail;
  metrics: readonly MetricDetail[];
  refusals: readonly RefusedRequest[];
  /** Null for those who may not see keys. */
  keys: ApiKeyList | null;
  example: ExampleSchema;
  mayWrite: boolean;
};

/** The page of one datasource. */
export function DetailPage(props: DetailProps) {
  return (
    <LiveProvider datasourceIds={[props.datasource.id]}>
      <DetailContent {...props} />
    </LiveProvider>
  );
}
