/** Address of a stored file: never changes, so it may be cached for good. A public link carries its token along. */
export const fileUrl = (hash: string, shareToken?: string): string =>
  `/api/v1/files/${hash}${shareToken === undefined ? '' : `?share=${encodeURIComponent(shareToken)}`}`;

export const fileUrlOrNull = (hash: string | null, shareToken?: string): string | null =>
  hash === null ? null : fileUrl(hash, shareToken);
