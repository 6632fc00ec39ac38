import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/lib/api-client';
import { outcomeOf } from './use-document-editor';

const refused = (given: { status: number; code: ApiProblem['code']; body?: Record<string, unknown> }) =>
  outcomeOf(new ApiProblem({ detail: 'No.', ...given }));

describe('what a refused save means', () => {
  it('lets the user choose when someone else saved first', () => {
    expect(refused({ status: 409, code: 'conflict', body: { revision: 7 } })).toEqual({
      kind: 'conflict',
      revision: 7,
    });
  });

  it('offers no choice when a newer program saved: saving over it would be refused for ever', () => {
    expect(
      refused({ status: 409, code: 'conflict', body: { revision: 7, reason: 'newer_version' } }),
    ).toEqual({
      kind: 'refused',
      detail: 'No.',
    });
  });

  it('tries again later what may pass later', () => {
    for (const given of [
      { status: 0, code: 'offline' },
      { status: 429, code: 'too_many_requests' },
      { status: 503, code: 'unavailable' },
    ] as const) {
      expect(refused(given)).toEqual({ kind: 'offline' });
    }
  });
});
