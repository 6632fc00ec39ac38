import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssetsPage } from '@/components/asset/list/assets-page';
import { starterInfo } from '@/components/asset/starter/starter-info';
import { listAssets } from '@/lib/asset/list-assets';
import { STARTERS } from '@/lib/asset/starter/registry';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { env } from '@/lib/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('asset'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Assets({ searchParams }: Props) {
  const caller = await getCaller();
  const [assets, search] = await Promise.all([listAssets(caller), searchParams]);
  return (
    <AssetsPage
      initial={assets}
      starters={STARTERS.map(starterInfo)}
      mayWrite={may(caller.role, 'asset:write')}
      bytesMax={env().MODEL_BYTES_MAX}
      adding={search.new !== undefined}
    />
  );
}
