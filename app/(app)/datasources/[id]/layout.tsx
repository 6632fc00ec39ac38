import type { ReactNode } from 'react';
import { getCaller } from '@/lib/auth/get-caller';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { orNotFound } from '@/lib/page-data';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Answers whether there is such a datasource before anything is streamed: afterwards the status can't be 404. */
export default async function DatasourceLayout({ params, children }: Props) {
  const [caller, { id }] = await Promise.all([getCaller(), params]);
  await orNotFound(findDatasource(caller, id, 'datasource:read'));
  return children;
}
