import { env } from '@/lib/env';

/**
 * The address of whoever sent a request, for limits and for the key's owner. Of `X-Forwarded-For` only the last
 * entry counts, which the proxy next to us wrote (TRUST_PROXY says that there is one); the others anybody can write.
 * @param socketAddress undefined in a route handler, which knows only what our server or a proxy wrote
 */
export function senderAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
): string | undefined {
  const forwarded =
    socketAddress === undefined || env().TRUST_PROXY ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded || socketAddress;
  return address?.startsWith('::ffff:') ? address.slice(7) : address;
}
