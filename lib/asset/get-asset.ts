import { z } from 'zod';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { loadDocument } from '@/lib/document/load-document';
import type { AssetDetail } from './api-schema';
import { noSuchAsset } from './find-asset';
import { SUMMARY_SQL, type SummaryRow, toSummary } from './list-assets';
import { assetDocumentKind } from './migrations/registry';
import { partNodeSchema } from './schema';

type Row = SummaryRow & { parts: unknown; document: unknown; revision: number };

/** One asset with its parts and its document. */
export async function getAsset(caller: Caller, id: string): Promise<AssetDetail> {
  assertMay(caller, 'asset:read');
  const { rows } = await pool().query<Row>(
    `select s.*, a.parts, a.document, a.revision from (${SUMMARY_SQL} and a.id = $2) s join asset a using (id)`,
    [caller.workspaceId, id],
  );
  const row = rows[0];
  if (!row) throw noSuchAsset();
  return {
    ...toSummary(row),
    parts: z.array(partNodeSchema).parse(row.parts),
    revision: row.revision,
    ...loadDocument(assetDocumentKind, row.document),
  };
}
