import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ApiProblem, api } from './api-client';

const answerWith = (response: Response | Error) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response))),
  );

const refusal = async (run: Promise<unknown>): Promise<ApiProblem> => {
  const thrown = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ApiProblem)) throw new Error(`expected a problem, got ${String(thrown)}`);
  return thrown;
};

afterEach(() => vi.unstubAllGlobals());

describe('api', () => {
  it('returns the checked answer', async () => {
    answerWith(Response.json({ id: 'a', extra: 1 }));
    expect(await api.post('/api/x', { name: 'n' }, z.object({ id: z.string() }))).toEqual({ id: 'a' });
    expect(fetch).toHaveBeenCalledWith(
      '/api/x',
      expect.objectContaining({ method: 'POST', body: '{"name":"n"}' }),
    );
  });

  it('throws the problem details of the server, with the field at fault', async () => {
    const body = {
      code: 'invalid_request',
      detail: 'The body is not valid.',
      fix: 'Correct it.',
      requestId: 'r1',
      errors: [{ pointer: '/name', detail: 'Too long' }],
    };
    answerWith(Response.json(body, { status: 400, headers: { 'retry-after': '7' } }));
    const problem = await refusal(api.act('POST', '/api/x', {}));
    expect(problem).toMatchObject({
      status: 400,
      code: 'invalid_request',
      requestId: 'r1',
      retryAfterSeconds: 7,
    });
    expect(problem.fieldError('name')).toBe('Too long');
    expect(problem.fieldError('type')).toBeUndefined();
  });

  it('tells a lost connection from a refusal', async () => {
    answerWith(new TypeError('Failed to fetch'));
    expect(await refusal(api.delete('/api/x'))).toMatchObject({ status: 0, code: 'offline' });
  });

  it('lets a cancelled request end as cancelled', async () => {
    const aborted = new DOMException('Aborted', 'AbortError');
    answerWith(aborted);
    await expect(api.get('/api/x', z.any(), { signal: AbortSignal.abort() })).rejects.toBe(aborted);
  });

  it.each([
    ['a proxy page instead of ours', new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
    ['an answer of another form', Response.json({ name: 1 }), 200],
  ])('does not trust %s', async (_what, response, status) => {
    answerWith(response);
    expect(await refusal(api.get('/api/x', z.object({ id: z.string() })))).toMatchObject({
      code: 'unexpected_answer',
      status,
    });
  });
});
