import type { Metadata } from 'next';
import { AssetEditorPage } from '@/components/asset-editor/asset-editor-page';
import { getAsset } from '@/lib/asset/get-asset';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { listDatasources } from '@/lib/datasource/list-datasources';
import { orNotFound } from '@/lib/page-data';

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const caller = await getCaller();
  const { id } = await params;
  return { caller, asset: await orNotFound(getAsset(caller, id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).asset.name };
}

/** The asset editor. Who may only look, looks. */
export default async function EditAssetPage(props: Props) {
  const { caller, asset } = await load(props);
  const datasources = (await listDatasources(caller)).map(({ id, name }) => ({ id, name }));
  return (
    <AssetEditorPage asset={asset} datasources={datasources} mayWrite={may(caller.role, 'asset:write')} />
  );
}
