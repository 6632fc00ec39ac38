import { z } from 'zod';

export const ALLOWED_ADDRESSES_MAX = 50;
const CIDR = /^([^/]+?)(?:\/(\d{1,3}))?$/;
const V4 = z.ipv4();
const V6 = z.ipv6();

export type AddressRange = { address: string; family: 'ipv4' | 'ipv6'; prefix: number };

/** Reads `192.0.2.7`, `10.0.0.0/8`, `2001:db8::/32`; undefined: it is none of them. Works in the browser too. */
export function parseAddressRange(text: string): AddressRange | undefined {
  const [, address = '', length] = CIDR.exec(text) ?? [];
  const isV4 = V4.safeParse(address).success;
  if (!isV4 && !V6.safeParse(address).success) return undefined;
  const bits = isV4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  return prefix > bits ? undefined : { address, family: isV4 ? 'ipv4' : 'ipv6', prefix };
}

/** An address or a range of them as CIDR, IPv4 or IPv6. */
export const addressRangeSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => parseAddressRange(text) !== undefined, {
    error: 'This is no address and no range such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32.',
  });
