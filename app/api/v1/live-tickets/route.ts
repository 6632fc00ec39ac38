import { createLiveTicket } from '@/lib/live/live-ticket';
import { createTicketSchema, liveTicketSchema } from '@/lib/live/live-ticket-schema';
import { route } from '@/lib/route';

export const POST = route({
  access: 'datasource:read',
  apiKey: 'read',
  summary: 'Make a ticket that opens one live stream, for a page that must not know the key',
  body: createTicketSchema,
  response: liveTicketSchema,
  status: 201,
  run: ({ caller, body }) => createLiveTicket(caller, body.datasources),
});
