import { arduino } from './arduino';
import { csv } from './csv';
import { curl } from './curl';
import type { SnippetDefinition, SnippetKind } from './definition';
import { homeAssistant } from './home-assistant';
import { influxdb } from './influxdb';
import { node } from './node';
import { nodeRed } from './node-red';
import { opentelemetry } from './opentelemetry';
import { powershell } from './powershell';
import { prometheus } from './prometheus';
import { python } from './python';
import { telegraf } from './telegraf';
import { thingsboard } from './thingsboard';

const DEFINITIONS: { [K in SnippetKind]: SnippetDefinition<K> } = {
  curl,
  python,
  node,
  powershell,
  arduino,
  node_red: nodeRed,
  csv,
  influxdb,
  telegraf,
  home_assistant: homeAssistant,
  prometheus,
  opentelemetry,
  thingsboard,
};

/** In the order of the page. */
export const SNIPPETS: readonly SnippetDefinition[] = Object.values(DEFINITIONS);
