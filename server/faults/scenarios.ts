import { DATABASE_SCENARIOS } from './database-scenarios';
import { DISK_SCENARIOS } from './disk-scenarios';
import { KILL_SCENARIOS } from './kill-scenarios';
import type { Scenario } from './scenario';

export const SCENARIOS: readonly Scenario[] = [...KILL_SCENARIOS, ...DATABASE_SCENARIOS, ...DISK_SCENARIOS];
