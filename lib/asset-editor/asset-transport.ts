import { ApiProblem, api } from '@/lib/api-client';
import { assetDetailSchema, savedDocumentSchema } from '@/lib/asset/api-schema';
import type { AssetDocument } from '@/lib/asset/schema';
import type { DocumentTransport, SaveOutcome } from '@/lib/document/editor-store';

/** Troubles that pass by themselves: the save is tried again. */
const isPassing = (problem: ApiProblem): boolean =>
  problem.code === 'offline' || problem.status === 429 || problem.status >= 500;

function outcomeOf(error: unknown): SaveOutcome {
  if (!(error instanceof ApiProblem)) return { kind: 'refused', detail: String(error) };
  const { revision, reason } = error.body;
  // A newer program's document can't be replaced from here, so there is nothing to choose.
  if (error.code === 'conflict' && typeof revision === 'number' && reason === undefined)
    return { kind: 'conflict', revision };
  if (isPassing(error)) return { kind: 'offline' };
  const [first] = error.errors;
  return { kind: 'refused', detail: first ? `${error.detail} ${first.detail}` : error.detail };
}

/** How the asset editor reaches the server. */
export function createAssetTransport(assetId: string): DocumentTransport<AssetDocument> {
  const path = `/api/v1/assets/${assetId}`;
  return {
    save: async (document, revision) => {
      try {
        const saved = await api.put(`${path}/document`, { revision, document }, savedDocumentSchema);
        return { kind: 'saved', revision: saved.revision };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    load: async () => {
      const { document, revision } = await api.get(path, assetDetailSchema);
      return { document, revision };
    },
  };
}
