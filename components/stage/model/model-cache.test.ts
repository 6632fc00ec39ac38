import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelCache } from './model-cache';

const made = () => ({ dispose: vi.fn() });

describe('model cache', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('loads a URL once for all who use it and tells them', async () => {
    const load = vi.fn(async () => made());
    const cache = new ModelCache(load);
    const first = vi.fn();
    const second = vi.fn();
    cache.use('a.glb', first);
    cache.use('a.glb', second);
    expect(cache.state('a.glb').status).toBe('loading');
    await vi.runAllTimersAsync();
    expect(load).toHaveBeenCalledTimes(1);
    expect(cache.state('a.glb').status).toBe('ready');
    expect(first).toHaveBeenCalled();
    expect(second).toHaveBeenCalled();
    expect(cache.state('a.glb')).toBe(cache.state('a.glb'));
  });

  it('keeps a model for a while after its last user, then disposes it', async () => {
    const model = made();
    const cache = new ModelCache(async () => model, 8000);
    const leave = cache.use('a.glb', () => {});
    await vi.advanceTimersByTimeAsync(0);
    leave();
    await vi.advanceTimersByTimeAsync(7000);
    const leaveAgain = cache.use('a.glb', () => {});
    await vi.advanceTimersByTimeAsync(20000);
    expect(model.dispose).not.toHaveBeenCalled();
    leaveAgain();
    await vi.advanceTimersByTimeAsync(8001);
    expect(model.dispose).toHaveBeenCalledTimes(1);
    expect(cache.state('a.glb').status).toBe('loading');
  });

  it('disposes what arrives after everyone has left', async () => {
    const model = made();
    let arrive = (_: typeof model) => {};
    const cache = new ModelCache(
      () =>
        new Promise<typeof model>((resolve) => {
          arrive = resolve;
        }),
      10,
    );
    cache.use('a.glb', () => {})();
    await vi.advanceTimersByTimeAsync(20);
    arrive(model);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.dispose).toHaveBeenCalledTimes(1);
  });

  it('reports a failure and tries again when asked', async () => {
    const load = vi.fn<() => Promise<ReturnType<typeof made>>>();
    load.mockRejectedValueOnce(new Error('gone')).mockResolvedValueOnce(made());
    const cache = new ModelCache(load);
    cache.use('a.glb', () => {});
    await vi.advanceTimersByTimeAsync(0);
    expect(cache.state('a.glb')).toMatchObject({ status: 'error', error: new Error('gone') });
    cache.retry('a.glb');
    expect(cache.state('a.glb').status).toBe('loading');
    await vi.advanceTimersByTimeAsync(0);
    expect(cache.state('a.glb').status).toBe('ready');
  });
});
