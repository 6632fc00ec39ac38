import { KILL_SCENARIOS } from './kill-scenarios';
import type { Scenario } from './scenario';

export const SCENARIOS: readonly Scenario[] = [...KILL_SCENARIOS];
