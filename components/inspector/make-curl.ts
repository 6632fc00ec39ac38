import type { RequestDetail } from '@/lib/inspector/schema';

/** Made by curl itself, or secret, or of one hop. */
const LEFT_OUT =
  /^(?:host|connection|content-length|accept|accept-encoding|user-agent|authorization|x-api-key|proxy-.*|cookie|transfer-encoding|expect|x-forwarded-.*|x-real-ip|forwarded|via|x-request-id|content-encoding|sec-.*)$/;

/** For a shell: single quotes take everything but themselves. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A request as a command of curl. The key is named, not told: it stands in the environment. A body that is no text
 * is read from a file.
 */
export function makeCurl(request: RequestDetail, body: string | undefined, origin: string): string {
  const url = `${origin}${request.target ?? '/api/ingest'}`;
  const lines = [
    `curl -i -X ${request.method ?? 'POST'} ${quote(url)}`,
    `  -H "Authorization: Bearer $TWINNOVERSE_API_KEY"`,
  ];
  for (const [name, value] of request.headers) {
    if (!LEFT_OUT.test(name)) lines.push(`  -H ${quote(`${name}: ${value}`)}`);
  }
  lines.push(body === undefined ? '  --data-binary @body.bin' : `  --data-binary ${quote(body)}`);
  return lines.join(' \\\n');
}
