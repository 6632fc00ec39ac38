import type { Metadata } from 'next';
import { SceneViewerPage } from '@/components/scene-viewer/scene-viewer-page';
import { getSession } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { orNotFound } from '@/lib/page-data';
import { getScene } from '@/lib/scene/get-scene';

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const session = await getSession();
  const { id } = await params;
  return { session, scene: await orNotFound(getScene({ kind: 'member', caller: session.caller }, id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).scene.name };
}

/** A scene for members. */
export default async function ViewScenePage(props: Props) {
  const { session, scene } = await load(props);
  return (
    <SceneViewerPage
      scene={scene}
      source={{ sceneId: scene.id }}
      workspaceName={session.workspace.name}
      canEdit={may(session.caller.role, 'scene:write')}
    />
  );
}
