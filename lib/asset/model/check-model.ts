import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { log } from '@/lib/log';
import { type CheckAnswer, checkAnswerSchema } from './check-answer';
import type { ModelFacts } from './inspect-model';
import { ModelRefusal } from './refusal';

export type CheckLimits = { dataBytes: number; cpuSeconds: number; wallMs: number };

const LIMITS: CheckLimits = { dataBytes: 1_500_000_000, cpuSeconds: 120, wallMs: 180_000 };
/** The answer of the largest parts tree has about 2 MB. */
const OUTPUT_BYTES_MAX = 16_000_000;
const ERROR_TEXT_MAX = 4_000;

/** util-linux's `prlimit` caps memory outside the JavaScript heap too, which Node's own switches do not. */
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'].find((file) => existsSync(file));

function commandLine(file: string, { dataBytes, cpuSeconds }: CheckLimits): [string, string[]] {
  const handler = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'lib',
    'asset',
    'model',
    'check-model.handler.ts',
  );
  const heapMb = Math.floor(dataBytes / 1.5e6);
  const node = [process.execPath, `--max-old-space-size=${heapMb}`, '--import', 'tsx', handler, file];
  if (!PRLIMIT) return [node[0] ?? process.execPath, node.slice(1)];
  return [PRLIMIT, [`--data=${dataBytes}`, `--cpu=${cpuSeconds}`, '--core=0', ...node]];
}

/**
 * Checks a model file in a separate, limited process: what makes a parser run out of memory, loop or crash ends
 * that process and not this one.
 *
 * @throws ModelRefusal when the model can't be used
 */
export async function checkModel(
  file: string,
  options: { signal?: AbortSignal | undefined; limits?: Partial<CheckLimits> } = {},
): Promise<ModelFacts> {
  const limits = { ...LIMITS, ...options.limits };
  const output = await run(commandLine(file, limits), limits.wallMs, options.signal);
  const answer = readAnswer(output);
  if (answer.ok) return { statistics: answer.statistics, parts: answer.parts };
  throw new ModelRefusal(answer.reason, answer.message, answer.values);
}

function readAnswer({ stdout, stderr, ended }: Output): CheckAnswer {
  const answer = checkAnswerSchema.safeParse(parseJson(stdout));
  if (answer.success) return answer.data;
  log().warn({ ended, stderr }, 'A model check ended without an answer');
  throw new ModelRefusal(
    'too_heavy',
    'The model took too much memory or time to be checked. Simplify it, or make its textures smaller.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Output = { stdout: string; stderr: string; ended: string };

/** Runs to the end, to the wall, or to the caller's cancel; the process is gone in each case. */
function run([command, args]: [string, string[]], wallMs: number, signal?: AbortSignal): Promise<Output> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // No secret of ours (database, session) is anywhere near a hostile file.
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', TSX_DISABLE_CACHE: '1' },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let ended = '';
    const kill = (why: string) => {
      ended ||= why;
      child.kill('SIGKILL');
    };
    const wall = setTimeout(() => kill('wall clock'), wallMs);
    const cancel = () => kill('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > OUTPUT_BYTES_MAX) return kill('too much output');
      chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-ERROR_TEXT_MAX);
    });
    const finish = () => {
      clearTimeout(wall);
      signal?.removeEventListener('abort', cancel);
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('close', (code, killedBy) => {
      finish();
      if (signal?.aborted) return reject(signal.reason);
      resolve({
        stdout: Buffer.concat(chunks).toString('utf8'),
        stderr,
        ended: ended || String(killedBy ?? code),
      });
    });
  });
}
