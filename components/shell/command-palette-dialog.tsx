'use client';

import { Command } from 'cmdk';
import { Box, Map as MapIcon, Plus, RadioTower, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { PLACE_KINDS, type PlaceKind } from '@/lib/workspace/place-schema';
import { MAIN_DESTINATIONS, MORE_DESTINATIONS } from './navigation';
import { usePlaces } from './use-places';

const PLACES: Record<PlaceKind, { icon: ReactNode; href: (id: string) => string }> = {
  datasources: { icon: <RadioTower aria-hidden="true" />, href: (id) => `/datasources/${id}` },
  assets: { icon: <Box aria-hidden="true" />, href: (id) => `/assets/${id}` },
  scenes: { icon: <MapIcon aria-hidden="true" />, href: (id) => `/s/${id}` },
};
const ACTIONS = [
  { labelKey: 'newDatasource', href: '/datasources?new' },
  { labelKey: 'newScene', href: '/scenes?new' },
  { labelKey: 'uploadAsset', href: '/assets?new' },
] as const;

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export default function CommandPaletteDialog({ open, onOpenChange }: Props) {
  const t = useTranslations('shell');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const places = usePlaces(query, open);
  const change = (next: boolean) => {
    if (!next) setQuery('');
    onOpenChange(next);
  };
  const go = (href: string) => {
    change(false);
    router.push(href);
  };
  return (
    <Dialog.Root open={open} onOpenChange={change}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-140 animate-rise overflow-hidden rounded-md bg-raised text-dense shadow-dialog outline-none"
        >
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <Command label={t('palette.title')} loop>
            <div className="flex h-12 items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden="true" className="text-ink-3" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={t('palette.placeholder')}
                className="h-full w-full bg-transparent text-base outline-none max-md:text-lead"
              />
            </div>
            <Command.List className="max-h-[min(420px,60vh)] scroll-py-1 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-8 text-center text-ink-2">
                {t('palette.empty', { query })}
              </Command.Empty>
              <Group heading={t('palette.pages')}>
                {[...MAIN_DESTINATIONS, ...MORE_DESTINATIONS].map(({ href, labelKey, icon: Icon }) => (
                  <Item
                    key={href}
                    value={href}
                    words={t(`navigation.${labelKey}`)}
                    icon={<Icon aria-hidden="true" />}
                    onSelect={() => go(href)}
                  />
                ))}
              </Group>
              {PLACE_KINDS.map((kind) =>
                places.found[kind].length === 0 ? null : (
                  <Group key={kind} heading={t(`palette.${kind}`)}>
                    {places.found[kind].map(({ id, name }) => (
                      <Item
                        key={id}
                        value={id}
                        words={name}
                        icon={PLACES[kind].icon}
                        onSelect={() => go(PLACES[kind].href(id))}
                      />
                    ))}
                  </Group>
                ),
              )}
              <Group heading={t('palette.actions')}>
                {ACTIONS.map(({ labelKey, href }) => (
                  <Item
                    key={labelKey}
                    value={labelKey}
                    words={t(`palette.${labelKey}`)}
                    icon={<Plus aria-hidden="true" />}
                    onSelect={() => go(href)}
                  />
                ))}
              </Group>
            </Command.List>
            {places.failed ? (
              <p role="status" className="border-line border-t px-4 py-2 text-act-text text-small">
                {t('palette.failed')}
              </p>
            ) : null}
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-micro"
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = { value: string; words: string; icon: ReactNode; onSelect: () => void };
function Item({ value, words, icon, onSelect }: ItemProps) {
  return (
    <Command.Item
      value={value}
      keywords={[words]}
      onSelect={onSelect}
      className="flex h-9 cursor-default items-center gap-2.5 rounded-sm px-3 data-[selected=true]:bg-hover max-md:h-11 [&_svg]:text-ink-3"
    >
      {icon}
      <bdi className="min-w-0 truncate">{words}</bdi>
    </Command.Item>
  );
}
