import { z } from 'zod';
import { idSchema } from '@/lib/ids';

/** The parts of an address under `/api/v1/keys`. */
export const workspaceKeyParams = z.object({ keyId: idSchema('apiKey') });
