import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/content-security-policy';
import { NONCE_HEADER, PATH_HEADER } from '@/lib/request-headers';

/** Gives each page a fresh nonce and its content security policy, and tells it its own address. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy); // Next reads the nonce for its own scripts from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Not the API: a proxy makes Next buffer the request's body, and models are large. Its headers stand in next.config.mjs.
  matcher: ['/((?!api/|_next/static|_next/image|.*\\.(?:ico|png|svg|webp|woff2|glb|wasm|js)$).*)'],
};
