import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SqlPage } from '@/components/sql-access/sql-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { findExampleMetric } from '@/lib/sql-access/find-example-metric';
import { readSqlAccess } from '@/lib/sql-access/read-sql-access';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sqlAccess'))('title') };
}

export default async function Sql() {
  const caller = await getCaller();
  return (
    <SqlPage
      access={may(caller.role, 'workspace:manage') ? await readSqlAccess(caller) : null}
      example={await findExampleMetric(caller)}
    />
  );
}
