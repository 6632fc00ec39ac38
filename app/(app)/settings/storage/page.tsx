import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StoragePage } from '@/components/storage/storage-page';
import { listAudit } from '@/lib/audit/list';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { readStorage } from '@/lib/telemetry/usage/read-storage';

const AUDIT_PAGE_SIZE = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('storage'))('title') };
}

export default async function Storage() {
  const caller = await getCaller();
  const mayManage = may(caller.role, 'workspace:manage');
  const [storage, audit] = await Promise.all([
    readStorage(caller),
    mayManage ? listAudit(caller, { limit: AUDIT_PAGE_SIZE }) : null,
  ]);
  return (
    <StoragePage storage={storage} audit={audit} auditPageSize={AUDIT_PAGE_SIZE} mayManage={mayManage} />
  );
}
