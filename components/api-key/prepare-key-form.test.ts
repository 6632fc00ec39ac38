import { describe, expect, it } from 'vitest';
import { createWorkspaceKeySchema } from '@/lib/api-key/schema';
import { EMPTY_KEY_FORM, keyFaults, keyRequest } from './prepare-key-form';

describe('the form of a key', () => {
  it('is good as it is, and asks for what the API takes', () => {
    expect(keyFaults(EMPTY_KEY_FORM)).toEqual([]);
    expect(createWorkspaceKeySchema.parse(keyRequest(EMPTY_KEY_FORM))).toEqual({
      name: '',
      datasourceIds: null,
      permissions: ['ingest'],
      expiresInDays: null,
      allowedAddresses: [],
    });
  });

  it('takes ranges on lines of their own, or with commas', () => {
    const form = { ...EMPTY_KEY_FORM, addresses: ' 10.0.0.0/8\n2001:DB8::/32, 192.0.2.7\n\n' };
    expect(keyFaults(form)).toEqual([]);
    expect(keyRequest(form).allowedAddresses).toEqual(['10.0.0.0/8', '2001:DB8::/32', '192.0.2.7']);
  });

  it('names what is wrong at its field', () => {
    const form = {
      ...EMPTY_KEY_FORM,
      name: 'x'.repeat(61),
      chosen: [],
      permissions: [],
      addresses: '10.0.0.0/8 plant.example',
    };
    expect(keyFaults(form)).toEqual([
      { field: 'name', code: 'nameLong' },
      { field: 'chosen', code: 'chooseOne' },
      { field: 'permissions', code: 'mayOne' },
      { field: 'addresses', code: 'noRange', text: 'plant.example' },
    ]);
  });
});
