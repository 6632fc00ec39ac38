import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

export const ALLOWED_ADDRESSES_MAX = 50;
const CIDR = /^([^/]+?)(?:\/(\d{1,3}))?$/;

type Subnet = { address: string; family: 'ipv4' | 'ipv6'; prefix: number };

function parseSubnet(text: string): Subnet | undefined {
  const [, address, length] = CIDR.exec(text) ?? [];
  const version = address === undefined ? 0 : isIP(address);
  // A zone (`fe80::1%eth0`) names a cable of one machine: no rule can be made of it.
  if (address === undefined || version === 0 || address.includes('%')) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  return prefix > bits ? undefined : { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix };
}

/** An address or a range of them as CIDR, IPv4 or IPv6: `192.0.2.7`, `10.0.0.0/8`, `2001:db8::/32`. */
export const addressRangeSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => parseSubnet(text) !== undefined, {
    error: 'This is no address and no range such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32.',
  });

/** From where a key may be used. A sender that stays where it is costs a comparison. */
export class AllowedAddresses {
  private readonly list = new BlockList();
  private lastAddress = '';
  private lastAllowed = false;

  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const subnet = parseSubnet(range);
      // One that can't be read allows nobody.
      if (subnet) this.list.addSubnet(subnet.address, subnet.prefix, subnet.family);
    }
  }

  has(address: string | undefined): boolean {
    if (address === undefined) return false;
    if (address !== this.lastAddress) {
      this.lastAllowed = this.check(address);
      this.lastAddress = address;
    }
    return this.lastAllowed;
  }

  private check(address: string): boolean {
    const plain = address.split('%', 1)[0] ?? '';
    const version = isIP(plain);
    return version !== 0 && this.list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  }
}
