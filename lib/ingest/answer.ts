import { type Problem, problemBody, problemHeaders } from '@/lib/problem';
import type { IngestAnswer, IngestRequest } from './request';

const ONE_ACCEPTED = answerAccepted(1);

/** Our own yes: `{"accepted": N, "rejected": 0}`. */
export const accepted = (count: number): IngestAnswer => (count === 1 ? ONE_ACCEPTED : answerAccepted(count));

function answerAccepted(count: number): IngestAnswer {
  const body = `{"accepted":${count},"rejected":0}`;
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    body,
  };
}

/** Our own no: problem details. */
export function refusedByProblem(refusal: Problem, { requestId }: IngestRequest): IngestAnswer {
  const body = JSON.stringify(problemBody(refusal, requestId));
  return {
    status: refusal.status,
    headers: { ...problemHeaders(refusal), 'content-length': String(Buffer.byteLength(body)) },
    body,
  };
}
