import { expect, it } from 'vitest';
import { prepareAudit } from './prepare-audit';

const retention = { rawDays: 90, summaryYears: null };

it('reads what was done to a line', () => {
  const lines = [
    { action: 'key.revoke', detail: { start: 'twk_9fK3', name: 'Line 1' } },
    { action: 'retention.change', detail: { retention, storageBytesMax: null } },
    { action: 'retention.change', detail: { retention } },
    { action: 'retention.change', detail: { retention: null } },
    { action: 'storage.cap_drop', detail: { from: '2026-01-01', to: '2026-01-03', readings: 5, bytes: 9 } },
  ].map(prepareAudit);
  expect(lines).toEqual([
    { key: 'key_revoke', start: 'twk_9fK3' },
    { key: 'retention_change', rawDays: 90, isWorkspace: true },
    { key: 'retention_change', rawDays: 90, isWorkspace: false },
    { key: 'retention_reset' },
    { key: 'cap_drop', from: '2026-01-01', to: '2026-01-03', readings: 5, bytes: 9 },
  ]);
});

it('shows what it does not know by its name', () => {
  for (const entry of [
    { action: 'moon.landing', detail: {} },
    { action: 'moon.landing', detail: { start: 5 } },
  ])
    expect(prepareAudit(entry)).toEqual({ key: 'other', action: 'moon.landing' });
  expect(prepareAudit({ action: 'key.create', detail: {} })).toEqual({ key: 'other', action: 'key.create' });
});
