import type { z } from 'zod';
import type { Reader } from '@/lib/auth/caller';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { log } from '@/lib/log';
import { findSource } from '../metric-source';
import { refusedField } from '../series-query';
import { EXPORT_WRITERS } from './export-formats';
import { type exportQuerySchema, offsetMinutes, WIDE_METRICS_MAX } from './export-query';
import { exportTable } from './export-table';

/** Before it there were no sensors to speak of. */
const OLDEST_MS = 0;

/** Readings of a datasource as a file, written while it is taken: memory does not grow with it. */
export async function exportReadings(
  reader: Reader,
  datasourceId: string,
  query: z.infer<typeof exportQuerySchema>,
): Promise<Response> {
  const { id, number, name } = await findDatasource(reader, datasourceId, 'datasource:read');
  const keys = query.metrics?.split(',').filter(Boolean);
  const source = await findSource({ id, number }, keys && [...new Set(keys)]);
  const to = query.to ?? Date.now();
  const from = query.from ?? OLDEST_MS;
  if (from >= to) throw refusedField('/from', '`from` must lie before `to`.');
  if (query.layout === 'wide' && source.metrics.length > WIDE_METRICS_MAX) {
    throw refusedField(
      '/layout',
      `A line has at most ${WIDE_METRICS_MAX} metrics. Name some, or ask for layout=long.`,
    );
  }
  const { contentType, extension, write } = EXPORT_WRITERS[query.format];
  const table = exportTable(source, { fromUs: from * 1000, toUs: to * 1000 }, query.layout);
  const bytes = write(table, { offsetMinutes: offsetMinutes(query.offset) });
  return new Response(streamOf(bytes), {
    headers: {
      'content-type': contentType,
      'content-disposition': disposition(`${name} ${fileTime(to)}.${extension}`),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

const fileTime = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace(':', '');

function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]+/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`;
}

/** Makes the next piece only when it is asked for; ends the work when the reader goes away. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await bytes.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          // The head of the answer is gone: all that is left is to break it off, so that nobody takes it for whole.
          log().error({ err: error }, 'an export broke off');
          controller.error(error);
        }
      },
      async cancel() {
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
