import { problem } from '@/lib/problem';

const contentTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The raw body of an upload, refused before a byte is read when its type or its announced length is wrong. A sender
 * may lie about the length: who stores the bytes counts them.
 */
export function uploadBody(
  request: Request,
  { contentTypes, bytesMax }: { contentTypes: readonly string[]; bytesMax: number },
): AsyncIterable<Uint8Array> {
  if (!contentTypes.includes(contentTypeOf(request))) {
    throw problem('unsupported_media_type', {
      detail: `Send the file itself as the body, with Content-Type: ${contentTypes.join(' or ')}.`,
    });
  }
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) {
    throw problem('too_large', { detail: `It may have at most ${bytesMax} bytes.`, extra: { bytesMax } });
  }
  return request.body ?? new Blob([]).stream();
}
