import { z } from 'zod';
import { idSchema } from '@/lib/ids';

export const STREAM_DATASOURCES_MAX = 500;
export const TICKET_SECONDS = 60;

export const createTicketSchema = z.object({
  datasources: z
    .array(idSchema('datasource'))
    .min(1)
    .max(STREAM_DATASOURCES_MAX)
    .meta({ description: 'Ids of the datasources that the stream shall tell of. The key must reach them.' }),
});

export const liveTicketSchema = z.object({
  ticket: z.string().meta({ description: 'Good for one stream: `GET /api/live?ticket=…`.' }),
  expiresAt: z.iso.datetime(),
});
export type LiveTicket = z.infer<typeof liveTicketSchema>;
