'use client';

import type { KeyboardEvent, RefObject } from 'react';
import type { PartRow } from '@/lib/asset-editor/prepare-parts';

type Given = {
  rows: readonly PartRow[];
  selected: string | null;
  tree: RefObject<HTMLElement | null>;
  toggle: (id: string, open: boolean) => void;
  select: (id: string) => void;
};

/** Keyboard of a tree, as the ARIA practices have it: arrows walk and open, Home and End jump, Enter chooses. */
export function useTreeKeys({ rows, selected, tree, toggle, select }: Given) {
  const selectedAt = rows.findIndex(({ part }) => part.id === selected);
  const focus = (at: number) =>
    tree.current
      ?.querySelectorAll<HTMLElement>('[role="treeitem"]')
      [Math.max(0, Math.min(at, rows.length - 1))]?.focus();

  const parentOf = (at: number): number => {
    const depth = rows[at]?.depth ?? 0;
    for (let above = at - 1; above >= 0; above--) if ((rows[above]?.depth ?? 0) < depth) return above;
    return at;
  };

  const press = (event: KeyboardEvent, at: number) => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    // In a language that runs right to left, the arrow towards the text opens.
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const inwards = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const outwards = isRtl ? 'ArrowRight' : 'ArrowLeft';
    const deeds = new Map<string, () => void>([
      ['ArrowDown', () => focus(at + 1)],
      ['ArrowUp', () => focus(at - 1)],
      ['Home', () => focus(0)],
      ['End', () => focus(rows.length - 1)],
      ['Enter', () => select(row.part.id)],
      [' ', () => select(row.part.id)],
      [inwards, () => (row.open === false ? toggle(row.part.id, true) : row.open && focus(at + 1))],
      [outwards, () => (row.open ? toggle(row.part.id, false) : focus(parentOf(at)))],
    ]);
    const deed = deeds.get(event.key);
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };

  return { press, tabbableAt: Math.max(0, selectedAt) };
}
