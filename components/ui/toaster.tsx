'use client';

import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Toast as Radix } from 'radix-ui';
import { directionOf } from '@/lib/i18n/locales';
import { Button } from './button';
import { IconButton } from './icon-button';
import { SeverityMark } from './status-mark';
import { type ToastEntry, useToasts } from './toast-store';

const SHOWN_MS = 6_000;

/** Draws what `toast` says, at the bottom end. One in the root layout. F8 moves focus to it. */
export function Toaster() {
  const t = useTranslations('ui');
  const swipe = directionOf(useLocale()) === 'rtl' ? 'left' : 'right';
  const toasts = useToasts((state) => state.toasts);
  return (
    <Radix.Provider swipeDirection={swipe} label={t('notification')}>
      {toasts.map((entry) => (
        <OneToast key={entry.id} entry={entry} />
      ))}
      <Radix.Viewport
        label={t('notifications', { hotkey: '{hotkey}' })}
        className="fixed end-5 bottom-5 z-45 grid w-90 max-w-[calc(100vw-32px)] gap-2 outline-none max-md:end-4 max-md:bottom-19"
      />
    </Radix.Provider>
  );
}

function OneToast({ entry }: { entry: ToastEntry }) {
  const t = useTranslations('ui');
  const dismiss = useToasts((state) => state.dismiss);
  const stays = entry.severity === 'act';
  return (
    <Radix.Root
      type={stays ? 'foreground' : 'background'}
      duration={stays ? Number.POSITIVE_INFINITY : SHOWN_MS}
      onOpenChange={(open) => {
        if (!open) dismiss(entry.id);
      }}
      className="flex animate-rise items-start gap-2.5 rounded-md bg-raised py-3 ps-3.5 pe-2 text-dense text-ink shadow-float data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x)"
    >
      <SeverityMark severity={entry.severity} />
      <div className="min-w-0 grow">
        <Radix.Title className="font-[550]">{entry.title}</Radix.Title>
        {entry.description ? (
          <Radix.Description className="break-words text-ink-2">{entry.description}</Radix.Description>
        ) : null}
      </div>
      {entry.action ? (
        <Radix.Action asChild altText={entry.action.label}>
          <Button size="small" onClick={entry.action.onClick}>
            {entry.action.label}
          </Button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <IconButton label={t('close')} tooltip={false} icon={<X aria-hidden="true" />} />
      </Radix.Close>
    </Radix.Root>
  );
}
