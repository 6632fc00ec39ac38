import { defineConfig } from 'prisma/config';

// `prisma generate` needs no database; our own runner applies migrations (docs/decisions/0002).
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
