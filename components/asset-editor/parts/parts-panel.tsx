'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Count } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { SearchInput } from '@/components/ui/input';
import type { Severity } from '@/lib/alert/schema';
import { worst } from '@/lib/alert/severity';
import { flattenParts } from '@/lib/asset/flatten-parts';
import { ancestorsOf, firstOpen, type PartRow, prepareParts } from '@/lib/asset-editor/prepare-parts';
import { useAssetEditor, useEditorSession, useKnownWidgets } from '../editor-context';
import { useEditorAlerts } from '../use-editor-alerts';
import { PartTreeRow } from './part-tree-row';
import { useTreeKeys } from './use-tree-keys';

/** The model's parts as a tree; what is pointed at or chosen here is so on the model, and back. */
export function PartsPanel() {
  const t = useTranslations('assetEditor.parts');
  const { asset, session } = useAssetEditor();
  const widgets = useKnownWidgets();
  const alerts = useEditorAlerts();
  const selected = useEditorSession((s) => s.partId);
  const [search, setSearch] = useState('');
  const [searching, setSearching] = useState(false);
  const carried = useMemo(() => widgets.flatMap(({ anchor }) => anchor?.partId ?? []), [widgets]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => firstOpen(asset.parts, carried));
  const rows = useMemo(() => prepareParts(asset.parts, open, search), [asset.parts, open, search]);
  const count = useMemo(() => flattenParts(asset.parts).length, [asset.parts]);
  const tree = useRef<HTMLDivElement>(null);

  const toggle = (id: string, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  const select = (id: string) => session.getState().selectPart(id);
  const keys = useTreeKeys({ rows, selected, tree, toggle, select });

  // What was chosen on the model is brought into sight here.
  useEffect(() => {
    if (selected === null) return;
    const way = ancestorsOf(asset.parts, selected);
    setOpen((before) => (way.every((id) => before.has(id)) ? before : new Set([...before, ...way])));
    requestAnimationFrame(() =>
      tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }, [selected, asset.parts]);

  const severityOf = ({ stands }: PartRow): Severity | undefined =>
    stands.reduce<Severity | undefined>(
      (found, id) => worst(found, alerts.parts.get(id)?.severity),
      undefined,
    );

  return (
    <section aria-label={t('title')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center gap-1.5 ps-4 pe-2">
        <h2 className="font-semibold text-small">{t('title')}</h2>
        <Count>{count}</Count>
        <IconButton
          label={t('search')}
          icon={<Search aria-hidden="true" />}
          aria-pressed={searching}
          className="ms-auto"
          onClick={() => {
            setSearching(!searching);
            setSearch('');
          }}
        />
      </div>
      {searching ? (
        <div className="px-3 pb-2">
          <SearchInput value={search} onValueChange={setSearch} placeholder={t('search')} autoFocus />
        </div>
      ) : null}
      <div
        ref={tree}
        role="tree"
        aria-label={t('title')}
        className="min-h-0 flex-1 overflow-y-auto px-2 pb-3 [scrollbar-width:thin]"
        onPointerLeave={() => session.getState().set({ hoveredPartId: null })}
      >
        {rows.map((row, at) => (
          <PartTreeRow
            key={row.part.id}
            row={row}
            selected={row.part.id === selected}
            tabbable={at === keys.tabbableAt}
            widgets={carried.filter((id) => row.stands.includes(id)).length}
            severity={severityOf(row)}
            onSelect={select}
            onToggle={toggle}
            onKeyDown={(event) => keys.press(event, at)}
          />
        ))}
        {rows.length === 0 ? (
          <p className="px-2 py-6 text-center text-ink-3 text-small">{t(search ? 'notFound' : 'none')}</p>
        ) : null}
      </div>
    </section>
  );
}
