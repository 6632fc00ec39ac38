import { route } from '@/lib/route';
import { findPlaces } from '@/lib/workspace/find-places';
import { placesQuerySchema, placesSchema } from '@/lib/workspace/place-schema';

export const GET = route({
  access: 'workspace:read',
  summary: 'Find datasources, assets and scenes by name',
  query: placesQuerySchema,
  response: placesSchema,
  run: ({ caller, query }) => findPlaces(caller, query.query),
});
