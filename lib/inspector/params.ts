import { datasourceParams } from '@/lib/datasource/params';
import { requestId } from './schema';

/** The parts of an address under `/api/v1/datasources/:id/requests`. */
export const requestParams = datasourceParams.extend({ requestId });
