import { env } from '@/lib/env';

/**
 * The address of whoever sent a request: the socket's, or the first that a proxy names when TRUST_PROXY says that
 * there is one (anybody can write the header).
 */
export function senderAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
): string | undefined {
  const forwarded = env().TRUST_PROXY ? forwardedFor?.split(',')[0]?.trim() : undefined;
  const address = forwarded || socketAddress;
  return address?.startsWith('::ffff:') ? address.slice(7) : address;
}
