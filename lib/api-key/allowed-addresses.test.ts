import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressRangeSchema, parseAddressRange } from './address-range';
import { AllowedAddresses } from './allowed-addresses';

const bytesOf = (text: string): number[] => text.split('.').map(Number);
const groupsOf = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(':');
/** The first bits of an address, as a text of 0 and 1. */
const bits = (parts: readonly number[], width: number): string =>
  parts.map((part) => part.toString(2).padStart(width, '0')).join('');

const v4 = fc.ipV4();
const v6 = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });

describe('allowed addresses', () => {
  it('are those whose first bits are the same, IPv4', () => {
    fc.assert(
      fc.property(v4, v4, fc.nat(32), (network, address, prefix) => {
        const isSame =
          bits(bytesOf(network), 8).slice(0, prefix) === bits(bytesOf(address), 8).slice(0, prefix);
        expect(new AllowedAddresses([`${network}/${prefix}`]).has(address)).toBe(isSame);
      }),
    );
  });

  it('are those whose first bits are the same, IPv6', () => {
    // What maps IPv4 (::ffff:0:0/96) counts as IPv4.
    const plain = v6.filter((groups) => groups.slice(0, 5).some((group) => group !== 0));
    const flipped = fc.tuple(plain, fc.nat(127), fc.nat(128)).map(([groups, bit, prefix]) => {
      const other = groups.map((group, i) => (i === bit >> 4 ? group ^ (1 << (15 - (bit & 15))) : group));
      return { network: groupsOf(groups), address: groupsOf(other), isSame: bit >= prefix, prefix };
    });
    fc.assert(
      fc.property(flipped, ({ network, address, isSame, prefix }) => {
        fc.pre(!/^0:0:0:0:0:/.test(address));
        const allowed = new AllowedAddresses([`${network}/${prefix}`]);
        expect(allowed.has(network)).toBe(true);
        expect(allowed.has(address)).toBe(isSame);
      }),
    );
  });

  it('hold each address of their own, and none of the other family', () => {
    fc.assert(
      fc.property(v4, fc.ipV6(), (one, other) => {
        fc.pre(!other.includes('.') && !other.toLowerCase().startsWith('::ffff'));
        expect(new AllowedAddresses([one]).has(one)).toBe(true);
        expect(new AllowedAddresses([one]).has(other)).toBe(false);
        expect(new AllowedAddresses([other]).has(one)).toBe(false);
      }),
    );
  });

  it('answer the same when asked again, and after another address', () => {
    const allowed = new AllowedAddresses(['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']);
    const asked = ['10.1.2.3', '11.0.0.1', '10.1.2.3', '10.1.2.3', '2001:db8:1::1', '192.0.2.7', '192.0.2.8'];
    expect(asked.map((address) => allowed.has(address))).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('allow nobody whose address is not known, is none, or whose rule can not be read', () => {
    expect(new AllowedAddresses(['0.0.0.0/0', '::/0']).has(undefined)).toBe(false);
    expect(new AllowedAddresses(['0.0.0.0/0', '::/0']).has('unknown')).toBe(false);
    expect(new AllowedAddresses(['nonsense']).has('192.0.2.7')).toBe(false);
    expect(new AllowedAddresses(['192.0.2.0/24']).has('::ffff:192.0.2.7')).toBe(true);
    expect(new AllowedAddresses(['fe80::/10']).has('fe80::1%eth0')).toBe(true);
  });
});

describe('a range of addresses', () => {
  it('is read as Node reads addresses, with at most as many bits as there are', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 20 })),
        fc.nat(140),
        (address, prefix) => {
          const version = address.includes('%') || address.includes('/') ? 0 : isIP(address);
          const isRange = version !== 0 && prefix <= (version === 4 ? 32 : 128);
          expect(parseAddressRange(`${address}/${prefix}`) !== undefined).toBe(isRange);
        },
      ),
    );
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0',
    '2001:db8::/129',
    'example.com',
    '',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    '1.2.3.4/-1',
  ])('is not %j', (text) => {
    expect(addressRangeSchema.safeParse(text).success).toBe(false);
  });

  it('is kept in one form', () => {
    expect(addressRangeSchema.parse(' 2001:DB8::/32 ')).toBe('2001:db8::/32');
  });
});
