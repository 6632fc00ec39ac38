'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SearchInput } from '@/components/ui/input';
import { Note } from '@/components/ui/note';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { assetDetailSchema } from '@/lib/asset/api-schema';
import { matchesWords } from '@/lib/match-words';
import { StarterCard } from './starter-card';
import { byCategory, type StarterInfo } from './starter-info';

type Props = {
  starters: readonly StarterInfo[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: () => void;
  /** Another way to an asset, at the start of the footer. */
  alternative: ReactNode;
};

/** The starter library: choose one or several machines, they become assets. */
export function StarterDialog({ open, ...props }: Props) {
  return open ? <OpenStarterDialog {...props} /> : null;
}

function OpenStarterDialog({ starters, onOpenChange, onAdded, alternative }: Omit<Props, 'open'>) {
  const t = useTranslations();
  const problemText = useProblemText();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  const shown = starters.filter(({ labelKey, descriptionKey }) =>
    matchesWords(`${t(labelKey)} ${t(descriptionKey)}`, search),
  );
  const toggle = (kind: string) =>
    setChosen((known) => {
      const next = new Set(known);
      if (!next.delete(kind)) next.add(kind);
      return next;
    });

  const add = async () => {
    if (busy || chosen.size === 0) return;
    setBusy(true);
    setFailure('');
    let added = 0;
    try {
      for (const { kind, labelKey } of starters.filter((starter) => chosen.has(starter.kind))) {
        await api.post('/api/v1/assets/from-starter', { kind, name: t(labelKey) }, assetDetailSchema);
        toggle(kind); // what is done is no longer to do, should the next one fail
        added += 1;
      }
      toast.success(t('asset.starter.added', { count: added }));
      onOpenChange(false);
    } catch (error) {
      setFailure(problemText(error));
    } finally {
      setBusy(false);
      if (added > 0) onAdded();
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!busy) onOpenChange(next);
      }}
      width={880}
      title={t('asset.starter.title')}
      description={t('asset.starter.text')}
      footer={
        <>
          <div className="me-auto">{alternative}</div>
          <Button variant="primary" loading={busy} disabled={chosen.size === 0} onClick={() => void add()}>
            {t('asset.starter.add', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <SearchInput
        value={search}
        onValueChange={setSearch}
        placeholder={t('asset.starter.search')}
        className="max-w-65 max-md:max-w-full"
      />
      <div className="-mx-6 max-h-[min(56vh,520px)] overflow-y-auto px-6 max-md:-mx-4 max-md:px-4">
        {byCategory(shown).map(([category, machines]) => (
          <section key={category} aria-label={t(`starter.category.${category}`)} className="mb-4 last:mb-1">
            <h3 className="sticky top-0 z-1 bg-raised pt-1 pb-2 font-[550] text-ink-2 text-small">
              {t(`starter.category.${category}`)}
            </h3>
            <div className="grid grid-cols-4 gap-3 max-md:grid-cols-2">
              {machines.map((starter) => (
                <StarterCard
                  key={starter.kind}
                  starter={starter}
                  chosen={chosen.has(starter.kind)}
                  onToggle={() => toggle(starter.kind)}
                />
              ))}
            </div>
          </section>
        ))}
        {shown.length === 0 ? (
          <p className="py-10 text-center text-ink-3">{t('asset.starter.noMatch', { search })}</p>
        ) : null}
      </div>
      {failure ? (
        <Note tone="act" role="alert">
          {failure}
        </Note>
      ) : null}
    </Dialog>
  );
}
