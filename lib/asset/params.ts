import { z } from 'zod';
import { idSchema } from '@/lib/ids';

/** The parts of an address under `/api/v1/assets`. */
export const assetParams = z.object({ id: idSchema('asset') });
