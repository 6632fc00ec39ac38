import type { z } from 'zod';
import { Problem, type ProblemCode } from '@/lib/problem';
import { FIELD_ERRORS, type FieldErrorKey } from './schema';

/** What a form's server action answers: done, or why not, in codes that the page puts into words. */
export type FormOutcome =
  | { ok: true }
  | {
      ok: false;
      code: ProblemCode | 'wrong_credentials';
      fields?: Record<string, FieldErrorKey>;
      retryAfterSeconds?: number;
    };

const isFieldError = (text: string): text is FieldErrorKey => FIELD_ERRORS.some((key) => key === text);

function fieldsOf(errors: readonly { field: string; detail: string }[]): Record<string, FieldErrorKey> {
  const fields: Record<string, FieldErrorKey> = {};
  for (const { field, detail } of errors) if (isFieldError(detail)) fields[field] ??= detail;
  return fields;
}

export function outcomeOfIssues(issues: readonly z.core.$ZodIssue[]): FormOutcome {
  const errors = issues.map((issue) => ({ field: String(issue.path[0] ?? ''), detail: issue.message }));
  return { ok: false, code: 'invalid_request', fields: fieldsOf(errors) };
}

/** A refusal becomes an answer; whatever else was thrown goes on to Next's error page. */
export function outcomeOfProblem(error: unknown): FormOutcome {
  if (!(error instanceof Problem)) throw error;
  const { errors = [], retryAfterSeconds } = error.options;
  const named = errors.map(({ pointer, detail }) => ({ field: pointer.replace(/^\//, ''), detail }));
  return {
    ok: false,
    code: error.code,
    fields: fieldsOf(named),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}
