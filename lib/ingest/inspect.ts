import { recordRequest } from '@/lib/inspector/record-request';
import type { Intake } from './intake';
import type { IngestAnswer, IngestRequest } from './request';

/** Of a body that was not read as a whole only the start is there; how long a packed one is, nobody has told. */
const bytesTold = (request: IngestRequest): number =>
  request.header('content-encoding') ? 0 : Number(request.header('content-length')) || 0;

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
