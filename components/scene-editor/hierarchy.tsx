'use client';

import { Box, ChevronDown, ChevronRight, EyeOff, Folder, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { SearchInput } from '@/components/ui/input';
import { useEditorSession, useSceneDocument, useSceneEditor } from './editor-context';
import { type HierarchyRow, prepareHierarchy } from './prepare-hierarchy';

const rowId = (row: HierarchyRow): string => (row.kind === 'group' ? row.group.id : row.instance.id);

/** Everything in the scene as a tree; selection goes both ways with the stage. */
export function Hierarchy() {
  const t = useTranslations('sceneEditor');
  const { session, actions } = useSceneEditor();
  const document = useSceneDocument((d) => d);
  const selection = useEditorSession((s) => s.selection);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const rows = useMemo(() => prepareHierarchy(document, closed, search), [document, closed, search]);
  const list = useRef<HTMLDivElement>(null);

  const inGroup = (groupId: string) =>
    document.instances.filter((i) => i.groupId === groupId).map((i) => i.id);
  const isSelected = (row: HierarchyRow) =>
    row.kind === 'instance'
      ? selection.has(row.instance.id)
      : inGroup(row.group.id).every((id) => selection.has(id));
  const select = (row: HierarchyRow, event: MouseEvent | KeyboardEvent) => {
    if (row.kind === 'group') session.getState().select(inGroup(row.group.id));
    else if (event.ctrlKey || event.metaKey || event.shiftKey) session.getState().toggle(row.instance.id);
    else session.getState().select([row.instance.id]);
  };
  const fold = (id: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const press = (event: KeyboardEvent, row: HierarchyRow, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at + step]?.focus();
    } else if (row.kind === 'group' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      fold(row.group.id, event.key === 'ArrowRight');
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(row, event);
    }
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="p-2">
        <SearchInput
          value={search}
          onValueChange={setSearch}
          placeholder={t('searchScene')}
          aria-label={t('searchScene')}
        />
      </div>
      <div
        ref={list}
        role="tree"
        aria-label={t('hierarchy')}
        aria-multiselectable="true"
        className="min-h-0 flex-1 overflow-y-auto px-2 pb-2"
      >
        {rows.map((row, at) => {
          const name = row.kind === 'group' ? row.group.name : row.instance.name;
          const chosen = isSelected(row);
          return (
            <div
              key={rowId(row)}
              role="treeitem"
              tabIndex={chosen || (at === 0 && selection.size === 0) ? 0 : -1}
              aria-selected={chosen}
              aria-level={row.kind === 'instance' && row.depth === 1 ? 2 : 1}
              {...(row.kind === 'group' ? { 'aria-expanded': row.open } : {})}
              onClick={(event) => select(row, event)}
              onDoubleClick={() =>
                actions.focus(new Set(row.kind === 'group' ? inGroup(row.group.id) : [row.instance.id]))
              }
              onKeyDown={(event) => press(event, row, at)}
              className={cn(
                'flex h-8 cursor-default items-center gap-2 rounded-sm px-2 text-dense outline-offset-[-2px] hover:bg-hover',
                chosen && 'bg-accent-soft shadow-[inset_0_0_0_1px_var(--accent-line)] hover:bg-accent-soft',
                row.kind === 'instance' && row.depth === 1 && 'ps-8',
                row.kind === 'instance' && !row.instance.visible && 'text-ink-3',
              )}
            >
              {row.kind === 'group' ? (
                <>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t(row.open ? 'fold' : 'unfold', { name })}
                    onClick={(event) => {
                      event.stopPropagation();
                      fold(row.group.id, !row.open);
                    }}
                    className="-ms-1 grid size-5 place-items-center rounded-sm text-ink-3 hover:text-ink"
                  >
                    {row.open ? (
                      <ChevronDown aria-hidden="true" />
                    ) : (
                      <ChevronRight aria-hidden="true" className="flip" />
                    )}
                  </button>
                  <Folder aria-hidden="true" className="text-ink-3" />
                </>
              ) : (
                <Box aria-hidden="true" className="text-ink-3" />
              )}
              <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
              {row.kind === 'group' ? <span className="num text-ink-3 text-small">{row.count}</span> : null}
              {row.kind === 'instance' && row.instance.locked ? (
                <Lock aria-label={t('locked')} className="size-3.5 text-ink-3" />
              ) : null}
              {row.kind === 'instance' && !row.instance.visible ? (
                <EyeOff aria-label={t('hidden')} className="size-3.5 text-ink-3" />
              ) : null}
            </div>
          );
        })}
        {rows.length === 0 ? (
          <p className="px-2 py-6 text-center text-ink-3 text-small">
            {t(search ? 'nothingFound' : 'emptyScene')}
          </p>
        ) : null}
      </div>
    </div>
  );
}
