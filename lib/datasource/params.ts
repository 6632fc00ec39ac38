import { z } from 'zod';
import { idSchema } from '@/lib/ids';

/** The parts of an address under `/api/v1/datasources`. */
export const datasourceParams = z.object({ id: idSchema('datasource') });
export const keyParams = datasourceParams.extend({ keyId: idSchema('apiKey') });
export const metricParams = datasourceParams.extend({
  metricId: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
