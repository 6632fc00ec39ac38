import { recordRequest } from '@/lib/inspector/record-request';
import type { Problem } from '@/lib/problem';

/**
 * Notes that a request for a datasource was refused, and why.
 * @param body of a request whose key was good
 */
export function recordRefusal(
  datasourceId: string,
  refusal: Problem,
  { address, body }: { address: string | undefined; body: Buffer | undefined },
): void {
  recordRequest({
    datasourceId,
    at: Date.now(),
    method: 'POST',
    target: '',
    headers: [],
    endpoint: 'own',
    format: undefined,
    address,
    body,
    bodyBytes: body?.length ?? 0,
    status: refusal.status,
    answer: '',
    durationUs: 0,
    messages: [],
    refusal,
    hasGoodKey: body !== undefined,
  });
}
