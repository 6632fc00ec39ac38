import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redo, runCommand, startHistory, undo } from './edit-history';

type Doc = { items: number[]; name: string };
const push = (value: number) => (draft: Doc) => void draft.items.push(value);
const rename = (name: string) => (draft: Doc) => {
  draft.name = name;
};

describe('edit history', () => {
  it('undoes everything to the start and redoes everything to the end, whatever was done', () => {
    const step = fc.oneof(
      fc.integer().map(push),
      fc.string().map(rename),
      fc.constant((draft: Doc) => void draft.items.reverse()),
      fc.constant((draft: Doc) => void draft.items.splice(0, 1)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const start = startHistory<Doc>({ items: [1, 2, 3], name: 'a' });
        const done = steps.reduce((h, command) => runCommand(h, command, { label: 'x' }), start);
        let back = done;
        while (back.past.length) back = undo(back);
        expect(back.document).toEqual(start.document);
        while (back.future.length) back = redo(back);
        expect(back.document).toEqual(done.document);
      }),
    );
  });

  it('joins steps of one gesture, and only those', () => {
    const start = startHistory<Doc>({ items: [], name: '' });
    let h = runCommand(start, rename('P'), { label: 'rename', mergeKey: 'name', now: 0 });
    h = runCommand(h, rename('Pu'), { label: 'rename', mergeKey: 'name', now: 400 });
    h = runCommand(h, rename('Pump'), { label: 'rename', mergeKey: 'name', now: 5_000 });
    expect(h.past).toHaveLength(2);
    expect(undo(h).document.name).toBe('Pu');
    expect(undo(undo(h)).document.name).toBe('');
  });

  it('leaves no step when nothing changed, and forgets the future after a new step', () => {
    const h = runCommand(startHistory<Doc>({ items: [], name: 'a' }), rename('a'), { label: 'x' });
    expect(h.past).toHaveLength(0);
    const undone = undo(runCommand(h, push(1), { label: 'x' }));
    expect(runCommand(undone, push(2), { label: 'x' }).future).toHaveLength(0);
  });
});
