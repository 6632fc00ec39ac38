import { applyFieldRules } from '@/lib/field-rules/apply-field-rules';
import type { FieldRules } from '@/lib/field-rules/schema';
import { findUnequalLengths, holdsStructure } from '@/lib/ingest/check-structures';
import { chooseFormat } from '@/lib/ingest/choose-format';
import type { BodyFormat } from '@/lib/ingest/format/format';
import { Problem } from '@/lib/problem';
import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import type { Attempt, Trial } from './correction';
import { CORRECTIONS } from './registry';
import { contextOf } from './try-format';

/** Faults of one kind are named fifty at a time, and one may hide another. */
const STEPS_MAX = 20;
/** A longer body than people edit is not gone through again and again, while everybody waits. */
const CORRECTED_BYTES_MAX = 64_000;

export type TriedStep = { kind: string; facts: Readonly<Record<string, string | number>> };
export type Tried = { format: BodyFormat | undefined; messages: Message[]; refusal: Problem | undefined };
export type Corrected = { steps: TriedStep[]; attempt: Attempt; tried: Tried };

/** What would become of an attempt: everything that ingest does before it stores. */
export async function tryAttempt(
  attempt: Attempt,
  datasource: DatasourceRef,
  rules: FieldRules | undefined,
): Promise<Tried> {
  let format: BodyFormat | undefined;
  try {
    format = chooseFormat(attempt.endpoint.formats, attempt.contentType);
    const context = { ...contextOf(attempt), rules };
    const read = format.read(attempt.body, context);
    if (context.faults.count > 0) throw context.faults.problem();
    const messages = rules ? read.map((message) => applyFieldRules(message, rules, attempt)) : read;
    if (messages.some(holdsStructure)) await findUnequalLengths(datasource, messages, context.faults);
    if (context.faults.count > 0) throw context.faults.problem('unequal_lengths');
    return { format, messages, refusal: undefined };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { format, messages: [], refusal: error };
  }
}

/** Corrects an attempt step by step until it would be taken, or nobody knows what else to do. */
export async function correctAttempt(
  attempt: Attempt,
  datasource: DatasourceRef,
  rules: FieldRules | undefined,
): Promise<Corrected> {
  const steps: TriedStep[] = [];
  let current = attempt;
  let tried = await tryAttempt(current, datasource, rules);
  while (tried.refusal && steps.length < STEPS_MAX && current.body.length <= CORRECTED_BYTES_MAX) {
    const next = nextStep(current, { format: tried.format, refusal: tried.refusal });
    if (!next) break;
    current = next.attempt;
    steps.push(next.step);
    tried = await tryAttempt(current, datasource, rules);
  }
  return { steps: withoutRepeats(steps), attempt: current, tried };
}

function nextStep(attempt: Attempt, trial: Trial): { attempt: Attempt; step: TriedStep } | undefined {
  for (const { kind, propose } of CORRECTIONS) {
    const proposal = propose(attempt, trial);
    if (!proposal) continue;
    const { facts = {}, body = attempt.body, ...others } = proposal;
    const corrected = { ...attempt, ...others, body: typeof body === 'string' ? Buffer.from(body) : body };
    if (isSame(attempt, corrected)) continue;
    return { attempt: corrected, step: { kind, facts } };
  }
  return undefined;
}

const isSame = (a: Attempt, b: Attempt): boolean =>
  a.body.equals(b.body) && a.contentType === b.contentType && a.query === b.query;

/** The same correction, made again for the next fifty faults, is one to the reader. */
function withoutRepeats(steps: readonly TriedStep[]): TriedStep[] {
  return steps.filter((step, i) => steps.findIndex(({ kind }) => kind === step.kind) === i);
}
