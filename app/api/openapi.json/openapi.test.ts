import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS, findEndpoint } from '@/lib/ingest/endpoint/registry';
import { openApiDocument } from '@/lib/openapi';
import { endpoints, ROUTES } from './endpoints';

const API = path.join(import.meta.dirname, '..');

/** `/api/v1/…` of every route file. */
function routePaths(): string[] {
  return fs
    .readdirSync(path.join(API, 'v1'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/api/v1/${path.dirname(file)}`);
}

/** What is asked with a POST, because the question is long or the answer is not to be kept, and changes nothing. */
const QUESTIONS = new Set(['/api/v1/series', '/api/v1/live-tickets']);

describe('OpenAPI', () => {
  const document = openApiDocument(endpoints(), '0.0.0');

  it('tells of every route', () => {
    expect(ROUTES.map((route) => route.path).sort()).toEqual(routePaths().sort());
  });

  it('has a summary for each operation, and a good answer', () => {
    const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item ?? {}));
    expect(operations.length).toBeGreaterThan(30);
    for (const operation of operations) {
      const { summary, responses } = operation as { summary: string; responses: Record<string, unknown> };
      expect(summary.length).toBeGreaterThan(5);
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });

  it('says who may call what', () => {
    const ingest = document.paths?.['/api/ingest/{datasourceId}']?.post;
    expect(ingest?.security).toEqual([{ bearer: [] }, { apiKey: [] }]);
    expect(Object.keys(ingest?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '401', '413', '415', '422', '429', '503']),
    );
    expect(ingest?.requestBody).toMatchObject({
      content: {
        'application/json': {},
        'application/x-ndjson': {},
        'text/csv': {},
        'application/senml+json': {},
      },
    });
    expect(document.paths?.['/api/v1/scenes']?.get?.security).toEqual([{ session: [] }]);
    const reading = [{ session: [] }, { bearer: [] }, { apiKey: [] }];
    expect(document.paths?.['/api/v1/datasources']?.get?.security).toEqual(reading);
    expect(document.paths?.['/api/v1/datasources/{id}/series']?.get?.security).toEqual([...reading, {}]);
    expect(document.paths?.['/api/live']?.get?.security).toEqual([...reading, {}]);
  });

  it('tells of the addresses of every protocol that readings come by', () => {
    const found = Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
      const endpoint = findEndpoint(path.replace('{token}', 'twk_x').replace(/[{}]/g, ''))?.endpoint;
      return endpoint ? [{ kind: endpoint.kind, path, item }] : [];
    });
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(ENDPOINTS.map(({ kind }) => kind)));
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/write', '/query', '/ping', '/api/v1/{token}/telemetry']),
    );
    const writing = document.paths?.['/api/v2/write']?.post;
    expect(writing?.requestBody).toMatchObject({
      content: { 'text/plain': { example: expect.any(String) } },
    });
    expect(writing?.security).toEqual([{ token: [] }, { basic: [] }, { bearer: [] }, { apiKey: [] }]);
    const { 400: refused, 422: unknown } = writing?.responses ?? {};
    expect(refused).toMatchObject({ content: { 'application/json': {} } });
    expect(unknown).toBeUndefined();
  });

  it('lets keys read, and never change anything', () => {
    for (const { method, path, definition } of endpoints())
      if (definition.apiKey && !QUESTIONS.has(path)) expect([method, path]).toEqual(['get', path]);
  });
});
