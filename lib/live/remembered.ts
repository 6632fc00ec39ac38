import { sharedOnce } from '@/lib/shared-state';

/** Many streams ask the same together: one answer serves them for this long. */
const REMEMBERED_MS = 900;

type Answers = { byQuestion: Map<string, { answer: Promise<unknown>; at: number }>; sweptAt: number };

const answers = sharedOnce<Answers>('stream-answers', () => ({ byQuestion: new Map(), sweptAt: 0 }));

/** Asks, or answers what was answered a moment ago to the same question. */
export function remembered<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const state = answers();
  const now = Date.now();
  const known = state.byQuestion.get(question);
  if (known && now - known.at < REMEMBERED_MS) return known.answer as Promise<T>;
  if (now - state.sweptAt > REMEMBERED_MS) {
    state.sweptAt = now;
    for (const [old, { at }] of state.byQuestion) {
      if (now - at > REMEMBERED_MS) state.byQuestion.delete(old);
    }
  }
  const answer = ask();
  state.byQuestion.set(question, { answer, at: now });
  return answer;
}
