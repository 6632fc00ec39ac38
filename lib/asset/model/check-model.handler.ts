import { readFileSync, writeSync } from 'node:fs';
import type { CheckAnswer } from './check-answer';
import { guardGlb } from './guard-glb';
import { inspectModel } from './inspect-model';
import { ModelRefusal } from './refusal';
import { validateModel } from './validate-model';

/**
 * Runs in a process of its own, with little memory and time (check-model.ts): checks the one file that it is given
 * and prints what it found. It has no reason to talk to anyone.
 */
globalThis.fetch = () => Promise.reject(new Error('The model check has no network.'));

async function check(path: string): Promise<CheckAnswer> {
  try {
    const file = new Uint8Array(readFileSync(path));
    const gltf = guardGlb(file);
    await validateModel(file);
    return { ok: true, ...(await inspectModel(file, gltf)) };
  } catch (error) {
    if (!(error instanceof ModelRefusal)) throw error;
    return { ok: false, reason: error.reason, message: error.message, values: error.values };
  }
}

const path = process.argv[2];
if (!path) throw new Error('Usage: check-model.handler.ts FILE');
const answer = JSON.stringify(await check(path));
// Synchronously, so that it is out before the process ends.
for (let bytes = Buffer.from(answer); bytes.length > 0; ) bytes = bytes.subarray(writeSync(1, bytes));
