import { problem } from '@/lib/problem';
import type { BodyFormat } from './format/format';
import type { IngestRequest } from './request';
import { tooLarge } from './too-large';

/** Reads a body into memory, at most `bytesMax` of it. */
export function readWholeBody(request: IngestRequest, format: BodyFormat, bytesMax: number): Promise<Buffer> {
  const length = request.header('content-length');
  if (length !== undefined && Number(length) > bytesMax) throw tooLarge(bytesMax, Number(length));
  const encoding = request.header('content-encoding');
  if (encoding && encoding !== 'identity' && encoding !== format.ownEncoding)
    throw problem('unsupported_media_type', {
      detail: `Compressed bodies (Content-Encoding: ${encoding.slice(0, 40)}) are not accepted: send it plain.`,
    });
  return request.readBody(bytesMax);
}
