import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SceneEditorPage } from '@/components/scene-editor/scene-editor-page';
import { listAssets } from '@/lib/asset/list-assets';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { orNotFound } from '@/lib/page-data';
import { getScene } from '@/lib/scene/get-scene';

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const caller = await getCaller();
  const { id } = await params;
  return { caller, scene: await orNotFound(getScene({ kind: 'member', caller }, id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).scene.name };
}

/** The scene editor. Who may only look, looks. */
export default async function EditScenePage(props: Props) {
  const { caller, scene } = await load(props);
  if (!may(caller.role, 'scene:write')) redirect(`/s/${scene.id}`);
  return <SceneEditorPage scene={scene} assets={await listAssets(caller)} />;
}
