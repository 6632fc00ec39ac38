import { openApiDocument } from '@/lib/openapi';
import packageFile from '@/package.json';
import { endpoints } from './endpoints';

/** OpenAPI 3.1 of this instance. */
export function GET(): Response {
  return Response.json(openApiDocument(endpoints(), packageFile.version), {
    headers: { 'cache-control': 'public, max-age=300' },
  });
}
