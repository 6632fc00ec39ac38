import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';

const addressOf = (forwarded: string | null) =>
  clientAddress(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }));

describe('the address of a client', () => {
  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['6.6.6.6, 10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['evil', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s is throttled as %s', (forwarded, expected) => {
    expect(addressOf(forwarded)).toBe(expected);
  });
});
