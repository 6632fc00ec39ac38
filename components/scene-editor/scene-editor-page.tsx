'use client';

import { Eye } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { StageSkeleton } from '@/components/scene-viewer/stage-skeleton';
import { usePhone } from '@/components/scene-viewer/use-phone';
import { MessagePage } from '@/components/shell/message-page';
import { ButtonLink } from '@/components/ui/button';
import type { SceneDetail } from '@/lib/scene/scene-detail';
import type { SceneEditorProps } from './scene-editor';

const SceneEditor = dynamic(async () => (await import('./scene-editor')).SceneEditor, {
  ssr: false,
  loading: () => <StageSkeleton />,
});

type Props = { scene: SceneDetail; assets: SceneEditorProps['assets'] };

/** The editor where there is room for it and the document may be changed; else the way to the viewer. */
export function SceneEditorPage({ scene, assets }: Props) {
  const t = useTranslations('sceneEditor');
  const phone = usePhone();
  const reason = scene.readOnly ? 'newerVersion' : phone ? 'smallScreen' : null;
  if (!reason) return <SceneEditor scene={scene} assets={assets} />;
  return (
    <MessagePage
      title={t(`${reason}.title`)}
      actions={
        <ButtonLink href={`/s/${scene.id}`} variant="primary" icon={<Eye aria-hidden="true" />}>
          {t('openViewer')}
        </ButtonLink>
      }
    >
      {t(`${reason}.detail`)}
    </MessagePage>
  );
}
