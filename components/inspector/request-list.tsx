'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { RequestSummary } from '@/lib/inspector/schema';
import { RequestRow } from './request-row';

type Props = {
  requests: readonly RequestSummary[];
  selectedId: string | null;
  onSelect: (id: string) => void;
  /** Enter: to the request itself. */
  onOpen: () => void;
  onHold: (held: boolean) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Requests, newest first. One tab stop: the arrows go through them. */
export function RequestList({ requests, selectedId, onSelect, onOpen, onHold }: Props) {
  const t = useTranslations('inspector.list');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const optionId = (requestId: string) => `${id}${requestId}`;
  const selected = requests.findIndex((request) => request.id === selectedId);

  useEffect(() => {
    if (!selectedId) return;
    const option = document.getElementById(`${id}${selectedId}`);
    option?.scrollIntoView({ block: 'nearest' });
  }, [id, selectedId]);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selected >= 0) {
      event.preventDefault();
      onOpen();
      return;
    }
    const last = requests.length - 1;
    const step = STEPS[event.key];
    const next =
      step !== undefined
        ? selected + step
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? last
            : undefined;
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const request = requests[Math.max(0, Math.min(last, next))];
    if (request) onSelect(request.id);
  };

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t('label')}
      aria-activedescendant={selected >= 0 && selectedId ? optionId(selectedId) : undefined}
      tabIndex={0}
      onKeyDown={press}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') onHold(true);
      }}
      onPointerLeave={() => onHold(false)}
      className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
    >
      {requests.map((request) => (
        <RequestRow
          key={request.id}
          id={optionId(request.id)}
          request={request}
          isSelected={request.id === selectedId}
          onSelect={() => {
            onSelect(request.id);
            onOpen();
          }}
        />
      ))}
    </div>
  );
}
