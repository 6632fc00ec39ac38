import { problem } from '@/lib/problem';
import { blobs } from './blobs';
import type { StoredFile } from './find-file';
import { parseRange } from './parse-range';

const ENDINGS: Readonly<Record<string, string>> = { 'model/gltf-binary': 'glb', 'image/webp': 'webp' };

/** A year: the address holds the content's hash, so what it names never changes. */
const CACHE = 'private, max-age=31536000, immutable';

function headersOf({ hash, contentType }: StoredFile): Record<string, string> {
  const name = `${hash.slice(0, 12)}.${ENDINGS[contentType] ?? 'bin'}`;
  return {
    'content-type': contentType,
    'content-disposition': `${contentType.startsWith('image/') ? 'inline' : 'attachment'}; filename="${name}"`,
    etag: `"${hash}"`,
    'accept-ranges': 'bytes',
    'cache-control': CACHE,
    // What members and strangers uploaded is data: never a page, never a script, in no one else's page.
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // A shared file's address holds the link's token.
    'referrer-policy': 'no-referrer',
  };
}

/** Answers with a stored file, in whole or in part. */
export async function serveFile(file: StoredFile, request: Request): Promise<Response> {
  const headers = headersOf(file);
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.some((tag) => tag === headers.etag || tag === '*'))
    return new Response(null, { status: 304, headers });

  const stat = await blobs().stat(file.hash);
  if (!stat)
    throw problem('internal', { cause: new Error(`The blob ${file.hash} has a row but is not stored.`) });
  const condition = request.headers.get('if-range');
  const asked = condition === null || condition === headers.etag ? request.headers.get('range') : null;
  const range = parseRange(asked, stat.bytes);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${stat.bytes}` } });
  }
  if (range === 'whole') {
    headers['content-length'] = String(stat.bytes);
    return new Response(await blobs().get(file.hash), { headers });
  }
  headers['content-length'] = String(range.end - range.start + 1);
  headers['content-range'] = `bytes ${range.start}-${range.end}/${stat.bytes}`;
  return new Response(await blobs().get(file.hash, range), { status: 206, headers });
}
