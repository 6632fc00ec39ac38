import { createStore, type StoreApi } from 'zustand/vanilla';
import { ApiProblem } from '@/lib/api-client';
import type { AssetDetail } from '@/lib/asset/api-schema';
import type { sendModel } from './send-model';

/** waiting for its turn → sending → checking (it arrived whole) → done, refused (its fault) or failed (not its fault). */
export type UploadPhase = 'waiting' | 'sending' | 'checking' | 'done' | 'refused' | 'failed';

export type Upload = {
  id: number;
  name: string;
  bytes: number;
  phase: UploadPhase;
  /** Share that is sent, 0 to 1. */
  progress: number;
  asset: AssetDetail | null;
  problem: ApiProblem | null;
};

export type UploadState = {
  uploads: readonly Upload[];
  add: (files: readonly File[], bytesMax: number) => void;
  /** Ends one that is under way and forgets it: the server keeps nothing. */
  cancel: (id: number) => void;
  retry: (id: number) => void;
  /** Forgets one that has ended. */
  dismiss: (id: number) => void;
  dismissDone: () => void;
};

/** The server checks one or two at a time; more connections would only share the line. */
const AT_ONCE_MAX = 2;

const ACTIVE: readonly UploadPhase[] = ['waiting', 'sending', 'checking'];
export const isActive = ({ phase }: Upload): boolean => ACTIVE.includes(phase);

/** Refusals that say something of the file; all else may go well another time. */
const FAULTS_OF_THE_FILE = ['invalid_model', 'too_large'];

const tooLarge = (bytesMax: number): ApiProblem =>
  new ApiProblem({
    status: 413,
    code: 'too_large',
    detail: `It may have at most ${bytesMax} bytes.`,
    body: { bytesMax },
  });

/** Uploads of this tab. They go on while one looks at other pages of the app. */
export function createUploadStore(send: typeof sendModel): StoreApi<UploadState> {
  const files = new Map<number, { file: File; stop: AbortController }>();
  let lastId = 0;

  return createStore<UploadState>((set, get) => {
    const change = (id: number, next: Partial<Upload>) =>
      set(({ uploads }) => ({ uploads: uploads.map((one) => (one.id === id ? { ...one, ...next } : one)) }));
    const forget = (test: (upload: Upload) => boolean) => {
      for (const { id } of get().uploads.filter(test)) files.delete(id);
      set(({ uploads }) => ({ uploads: uploads.filter((one) => !test(one)) }));
    };

    const run = async (id: number) => {
      const known = files.get(id);
      if (!known) return;
      change(id, { phase: 'sending', progress: 0, problem: null });
      try {
        const asset = await send(known.file, {
          signal: known.stop.signal,
          onProgress: (progress) => change(id, { progress }),
          onSent: () => change(id, { phase: 'checking', progress: 1 }),
        });
        change(id, { phase: 'done', asset });
        files.delete(id);
      } catch (error) {
        if (known.stop.signal.aborted) return;
        const problem =
          error instanceof ApiProblem
            ? error
            : new ApiProblem({ status: 0, code: 'unexpected_answer', detail: String(error) });
        change(id, { problem, phase: FAULTS_OF_THE_FILE.includes(problem.code) ? 'refused' : 'failed' });
      } finally {
        next();
      }
    };
    const next = () => {
      const { uploads } = get();
      const running = uploads.filter(({ phase }) => phase === 'sending' || phase === 'checking').length;
      const waiting = uploads.filter(({ phase }) => phase === 'waiting');
      for (const { id } of waiting.slice(0, Math.max(0, AT_ONCE_MAX - running))) void run(id);
    };

    return {
      uploads: [],
      add: (given, bytesMax) => {
        const added = given.map((file): Upload => {
          lastId += 1;
          const fits = file.size <= bytesMax;
          if (fits) files.set(lastId, { file, stop: new AbortController() });
          return {
            id: lastId,
            name: file.name,
            bytes: file.size,
            phase: fits ? 'waiting' : 'refused',
            progress: 0,
            asset: null,
            problem: fits ? null : tooLarge(bytesMax),
          };
        });
        set(({ uploads }) => ({ uploads: [...uploads, ...added] }));
        next();
      },
      cancel: (id) => {
        const known = files.get(id);
        forget((one) => one.id === id);
        known?.stop.abort();
        next();
      },
      retry: (id) => {
        const known = files.get(id);
        if (!known) return;
        files.set(id, { file: known.file, stop: new AbortController() });
        change(id, { phase: 'waiting', problem: null });
        next();
      },
      dismiss: (id) => forget((one) => one.id === id && !isActive(one)),
      dismissDone: () => forget(({ phase }) => phase === 'done'),
    };
  });
}
