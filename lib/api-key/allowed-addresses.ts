import { BlockList, isIP } from 'node:net';
import { parseAddressRange } from './address-range';

/** From where a key may be used. A sender that stays where it is costs a comparison. */
export class AllowedAddresses {
  private readonly list = new BlockList();
  private lastAddress = '';
  private lastAllowed = false;

  constructor(ranges: readonly string[]) {
    for (const text of ranges) {
      const range = parseAddressRange(text);
      // One that can't be read allows nobody.
      if (range) this.list.addSubnet(range.address, range.prefix, range.family);
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
    // A zone (`fe80::1%eth0`) names a cable of this machine, not a sender.
    const plain = address.split('%', 1)[0] ?? '';
    const version = isIP(plain);
    return version !== 0 && this.list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  }
}
