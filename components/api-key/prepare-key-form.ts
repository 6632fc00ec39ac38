import { ALLOWED_ADDRESSES_MAX, parseAddressRange } from '@/lib/api-key/address-range';
import { type AskedKey, KEY_NAME_MAX, type KeyPermission } from '@/lib/api-key/schema';

/** What is filled in, as it stands in the form. */
export type KeyForm = {
  name: string;
  /** Null: all of the workspace. */
  chosen: readonly string[] | null;
  permissions: readonly KeyPermission[];
  expiresInDays: number | null;
  /** One range a line. */
  addresses: string;
};

export const EMPTY_KEY_FORM: KeyForm = {
  name: '',
  chosen: null,
  permissions: ['ingest'],
  expiresInDays: null,
  addresses: '',
};

/** What is wrong with it; a word of `apiKey.faults`. */
export type KeyFault =
  | { field: 'name'; code: 'nameLong' }
  | { field: 'chosen'; code: 'chooseOne' }
  | { field: 'permissions'; code: 'mayOne' }
  | { field: 'addresses'; code: 'noRange'; text: string }
  | { field: 'addresses'; code: 'manyRanges'; max: number };

const rangesOf = (addresses: string): string[] =>
  addresses
    .split(/[\s,;]+/)
    .map((each) => each.trim())
    .filter(Boolean);

export function keyFaults(form: KeyForm): KeyFault[] {
  const faults: KeyFault[] = [];
  if (form.name.trim().length > KEY_NAME_MAX) faults.push({ field: 'name', code: 'nameLong' });
  if (form.chosen?.length === 0) faults.push({ field: 'chosen', code: 'chooseOne' });
  if (form.permissions.length === 0) faults.push({ field: 'permissions', code: 'mayOne' });
  const ranges = rangesOf(form.addresses);
  const wrong = ranges.find((text) => parseAddressRange(text.toLowerCase()) === undefined);
  if (wrong !== undefined) faults.push({ field: 'addresses', code: 'noRange', text: wrong });
  else if (ranges.length > ALLOWED_ADDRESSES_MAX)
    faults.push({ field: 'addresses', code: 'manyRanges', max: ALLOWED_ADDRESSES_MAX });
  return faults;
}

/** What is asked of `POST /api/v1/keys`. */
export const keyRequest = (form: KeyForm): AskedKey => ({
  name: form.name.trim(),
  datasourceIds: form.chosen && [...form.chosen],
  permissions: [...form.permissions],
  expiresInDays: form.expiresInDays,
  allowedAddresses: rangesOf(form.addresses),
});
