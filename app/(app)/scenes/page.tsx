import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ScenesPage } from '@/components/scene-list/scenes-page';
import { templateInfo } from '@/components/scene-list/template-info';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { listDatasources } from '@/lib/datasource/list-datasources';
import { listScenes } from '@/lib/scene/list-scenes';
import { SCENE_TEMPLATES } from '@/lib/scene/templates/registry';
import { findWatchedWidgets } from '@/lib/workspace/find-watched-widgets';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scene'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Scenes({ searchParams }: Props) {
  const caller = await getCaller();
  const [scenes, watched, datasources, search] = await Promise.all([
    listScenes(caller),
    findWatchedWidgets(caller),
    listDatasources(caller),
    searchParams,
  ]);
  return (
    <ScenesPage
      initial={scenes}
      watched={watched}
      statuses={Object.fromEntries(datasources.map(({ id, status }) => [id, status]))}
      templates={SCENE_TEMPLATES.map(templateInfo)}
      mayWrite={may(caller.role, 'scene:write')}
      mayShare={may(caller.role, 'scene:share')}
      creating={search.new !== undefined}
    />
  );
}
