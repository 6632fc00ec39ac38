'use client';

import { History, Link as LinkIcon, Map as MapIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmDialog, type Loss } from '@/components/ui/confirm-dialog';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import type { SceneSummary } from '@/lib/scene/api-schema';

type Props = {
  scene: SceneSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
};

/** Asks before a scene is deleted and says what is lost with it, and what stays. */
export function DeleteSceneDialog({ scene, open, onOpenChange, onDeleted }: Props) {
  const t = useTranslations('scene.delete');
  const problemText = useProblemText();
  const b = (chunks: ReactNode) => <b className="font-[550]">{chunks}</b>;
  const losses: Loss[] = [
    {
      id: 'arrangement',
      icon: <MapIcon aria-hidden="true" />,
      text: t.rich('arrangement', { b, count: scene.instances }),
    },
    { id: 'versions', icon: <History aria-hidden="true" />, text: t('versions') },
    ...(scene.shared ? [{ id: 'link', icon: <LinkIcon aria-hidden="true" />, text: t('link') }] : []),
  ];
  const remove = async () => {
    try {
      await api.delete(`/api/v1/scenes/${scene.id}`);
    } catch (error) {
      throw new Error(problemText(error));
    }
    onDeleted();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { name: scene.name })}
      losses={losses}
      confirmLabel={t('confirm')}
      onConfirm={remove}
    >
      <p className="text-dense text-ink-2">{t('stays')}</p>
    </ConfirmDialog>
  );
}
