import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SceneViewerPage } from '@/components/scene-viewer/scene-viewer-page';
import { MessagePage } from '@/components/shell/message-page';
import { Problem } from '@/lib/problem';
import { readSharedScene } from '@/lib/scene/read-shared-scene';

type Props = { params: Promise<{ token: string }> };

async function find(token: string) {
  try {
    return await readSharedScene(token);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scene = await find((await params).token);
  // The address is the secret: no search engine shall keep it.
  return { title: scene?.name ?? 'Twinnoverse', robots: { index: false, follow: false } };
}

/** A scene for whoever holds its public link: live, read only, no account. */
export default async function SharedScenePage({ params }: Props) {
  const { token } = await params;
  const scene = await find(token);
  if (!scene) {
    const t = await getTranslations('viewer.notFound');
    return <MessagePage title={t('title')}>{t('detail')}</MessagePage>;
  }
  return <SceneViewerPage scene={scene} source={{ share: token }} canEdit={false} />;
}
