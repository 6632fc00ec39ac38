'use client';

import { Map as MapIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { Skeleton } from '@/components/ui/skeleton';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { placeInScene } from '@/lib/asset-editor/place-in-scene';
import { type SceneSummary, sceneListSchema } from '@/lib/scene/api-schema';
import { newWidgetId } from '@/lib/widget/widget-id';
import { useAssetEditor } from '../editor-context';

/** Chooses a scene, puts the asset into it and goes there. */
export function PlaceInScene({ name }: { name: string }) {
  const t = useTranslations('assetEditor.placeInScene');
  const { asset, editor, canEdit } = useAssetEditor();
  const router = useRouter();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const [scenes, setScenes] = useState<readonly SceneSummary[] | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  if (!canEdit) return null;

  const show = async () => {
    setOpen(true);
    setFailure('');
    try {
      setScenes((await api.get('/api/v1/scenes', sceneListSchema)).scenes);
    } catch (problem) {
      setFailure(problemText(problem));
    }
  };
  const place = async (sceneId: string) => {
    setBusyId(sceneId);
    setFailure('');
    try {
      await editor.getState().flush();
      await placeInScene(sceneId, { id: asset.id, name, bounds: asset.statistics.bounds }, newWidgetId());
      router.push(`/scenes/${sceneId}`);
    } catch (problem) {
      setFailure(problemText(problem));
      setBusyId(null);
    }
  };

  return (
    <>
      <Button size="small" variant="primary" onClick={() => void show()}>
        {t('button')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title', { name })} description={t('text')}>
        {failure ? (
          <Note tone="act" role="alert">
            {failure}
          </Note>
        ) : null}
        {scenes === null && !failure ? <Skeleton height="32px" /> : null}
        {scenes?.length === 0 ? (
          <div className="grid justify-items-start gap-3 text-ink-2">
            {t('none')}
            <ButtonLink href="/scenes">{t('toScenes')}</ButtonLink>
          </div>
        ) : null}
        <ul className="-mx-2 grid max-h-80 overflow-y-auto">
          {scenes?.map((scene) => (
            <li key={scene.id}>
              <Button
                variant="ghost"
                className="w-full justify-start px-2"
                icon={<MapIcon aria-hidden="true" />}
                loading={busyId === scene.id}
                disabled={busyId !== null && busyId !== scene.id}
                onClick={() => void place(scene.id)}
              >
                <bdi className="truncate">{scene.name}</bdi>
                <span className="ms-auto font-normal text-ink-3">
                  {t('instances', { count: scene.instances })}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
