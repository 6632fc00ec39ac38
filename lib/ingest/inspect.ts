import { recordRequest } from '@/lib/inspector/record-request';
import { BODY_KEPT_BYTES } from '@/lib/inspector/schema';
import type { Intake } from './intake';
import type { IngestAnswer, IngestRequest } from './request';

/** Of a body that was not read as a whole only the start is there; how long a packed one is, nobody has told. */
const bytesTold = (request: IngestRequest): number =>
  request.header('content-encoding') ? 0 : Number(request.header('content-length')) || 0;

/**
 * Reads a body that was refused by its headers alone, when it is short and its sender is known: whoever looks for the
 * reason wants to see what it was, and what header it should have had.
 */
export async function readForInspector(intake: Intake): Promise<void> {
  const { request } = intake;
  const length = Number(request.header('content-length'));
  if (!intake.datasource || intake.body || !(length > 0 && length <= BODY_KEPT_BYTES)) return;
  intake.body = await request.readBody(BODY_KEPT_BYTES).catch(() => undefined);
}

/** Notes a request down for the inspector of the datasource that it was for; of one for nobody nothing is kept. */
export function inspect(intake: Intake, answer: IngestAnswer): void {
  const { request, target, endpoint, format, body, messages, refusal } = intake;
  const datasourceId = intake.datasource?.id ?? target.datasource;
  if (datasourceId === undefined) return;
  recordRequest({
    datasourceId,
    at: intake.arrivedMs,
    method: request.method,
    target: request.query === '' ? request.path : `${request.path}?${request.query}`,
    headers: request.headers(),
    endpoint: endpoint.kind,
    format: format?.kind,
    address: request.address,
    body,
    bodyBytes: Math.max(body?.length ?? 0, bytesTold(request)),
    status: answer.status,
    answer: answer.body,
    durationUs: (performance.now() - intake.startedAt) * 1000,
    messages: refusal ? [] : messages,
    taken: intake.taken,
    refusal,
    hasGoodKey: intake.datasource !== undefined,
    replayOf: intake.replayOf,
  });
}
