import { liveWeb } from '@/lib/live/web-stream';

export const dynamic = 'force-dynamic';

export const GET = liveWeb;
