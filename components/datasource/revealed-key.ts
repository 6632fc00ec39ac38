import type { MadeKey } from '@/components/api-key/made-key';

export type RevealedKey = MadeKey & { datasourceId: string };

/**
 * The one key that may be shown, on its way from the answer that held it to the page that shows it. In the
 * memory of this tab only: never in an address or a storage, and gone with a reload.
 */
let revealed: RevealedKey | null = null;

export function revealKey(key: RevealedKey): void {
  revealed = key;
}

export const revealedKey = (datasourceId: string): RevealedKey | null =>
  revealed?.datasourceId === datasourceId ? revealed : null;

export function forgetRevealedKey(): void {
  revealed = null;
}
