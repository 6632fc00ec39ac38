import { ApiProblem, readProblem } from '@/lib/api-client';
import { type AssetDetail, assetDetailSchema } from '@/lib/asset/api-schema';

type Options = {
  signal: AbortSignal;
  /** Share of the file that is on its way, 0 to 1. */
  onProgress: (share: number) => void;
  /** All of it arrived; the server checks it now. */
  onSent: () => void;
};

/**
 * Uploads a model. By XMLHttpRequest, which alone tells how much of a body is sent.
 *
 * @throws ApiProblem; the signal's reason when it was cancelled
 */
export function sendModel(file: File, { signal, onProgress, onSent }: Options): Promise<AssetDetail> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', cancel);
      settle();
    };
    request.open('POST', `/api/v1/assets?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('content-type', 'model/gltf-binary');
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.upload.addEventListener('load', onSent);
    request.addEventListener('abort', () => finish(() => reject(signal.reason)));
    request.addEventListener('error', () =>
      finish(() =>
        reject(new ApiProblem({ status: 0, code: 'offline', detail: 'The connection was lost.' })),
      ),
    );
    request.addEventListener('load', () => finish(() => readAnswer(request).then(resolve, reject)));
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    else request.send(file);
  });
}

async function readAnswer(request: XMLHttpRequest): Promise<AssetDetail> {
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after']) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  const response = new Response(request.responseText, { status: request.status, headers });
  if (!response.ok) throw await readProblem(response);
  const asset = assetDetailSchema.safeParse(await response.json().catch(() => undefined));
  if (asset.success) return asset.data;
  const detail = 'The answer has another form than expected.';
  throw new ApiProblem({ status: request.status, code: 'unexpected_answer', detail }, asset.error);
}
