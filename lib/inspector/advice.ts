import { jsonSpans } from './correction/json-spans';
import type { CheckStep, RequestDetail } from './schema';

type Context = { request: RequestDetail; bytesMax: number; perSecond: number };
type Advise = (context: Context) => CheckStep['facts'];

/** A body is filled up to here, so that one that grows a little still fits. */
const FILLED = 0.9;

/** By the code of the refusal: what helps where another body would not. */
const ADVICE: Readonly<Record<string, Advise>> = {
  too_large: ({ request, bytesMax }) => {
    const bytesEach = bytesOfAMessage(request);
    return {
      bytes: request.bodyBytes,
      bytesMax,
      parts: Math.max(2, Math.ceil(request.bodyBytes / (bytesMax * FILLED))),
      messagesEach: bytesEach === undefined ? 0 : Math.max(1, Math.floor((bytesMax * FILLED) / bytesEach)),
    };
  },
  unauthorized: ({ request }) => ({ reason: reasonOf(request.detail ?? '') }),
  too_many_requests: ({ perSecond }) => ({ perSecond }),
};

export function adviceFor(context: Context): CheckStep | null {
  const { code } = context.request;
  const advise = code === null ? undefined : ADVICE[code];
  return code !== null && advise ? { kind: code, facts: advise(context) } : null;
}

/** What a message of an array takes, by those whose end is kept. */
function bytesOfAMessage({ body }: RequestDetail): number | undefined {
  if (body === null) return undefined;
  const text = Buffer.from(body, 'base64').toString('utf8');
  const spans = jsonSpans(text);
  let count = 0;
  while (spans.has(`/${count + 1}`)) count += 1; // the last one may be cut
  const end = spans.get(`/${count - 1}`)?.whole.end;
  return count > 0 && end !== undefined ? end / count : undefined;
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/No API key/, 'none'],
  [/typing error/, 'typo'],
  [/revoked/, 'revoked'],
  [/expired/, 'expired'],
  [/does not belong/, 'foreign'],
];

const reasonOf = (detail: string): string =>
  REASONS.find(([pattern]) => pattern.test(detail))?.[1] ?? 'unknown';
