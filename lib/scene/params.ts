import { z } from 'zod';
import { idSchema } from '@/lib/ids';

/** The parts of an address under `/api/v1/scenes`. */
export const sceneParams = z.object({ id: idSchema('scene') });
