import { CircleHelp, type LucideIcon, Webhook } from 'lucide-react';
import { isKnownDatasourceType } from '@/lib/datasource/registry';
import type { DatasourceType } from '@/lib/datasource/schema';

const ICONS: Record<DatasourceType, LucideIcon> = { api_ingest: Webhook };

export const typeIcon = (type: string): LucideIcon =>
  isKnownDatasourceType(type) ? ICONS[type] : CircleHelp;
