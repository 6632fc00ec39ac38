import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

export type BenchFigure = { name: string; value: number; unit: string };

const HISTORY = fileURLToPath(new URL('./history.csv', import.meta.url));

export function printFigures(part: string, figures: readonly BenchFigure[]): void {
  console.log(`\n${part}`);
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit } of figures) {
    console.log(`  ${name.padEnd(width)}  ${value.toLocaleString('en')} ${unit}`.trimEnd());
  }
}

/** Appends to the history, so that a change for the worse is seen: one line per figure, with commit and machine. */
export function appendHistory(part: string, figures: readonly BenchFigure[]): void {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}`;
  // A busy machine gives other figures: the load says how far to trust them.
  const load = os.loadavg()[0]?.toFixed(1) ?? '';
  const facts = [new Date().toISOString().slice(0, 16), commit(), process.version, machine, load, part];
  const lines = figures.map(({ name, value, unit }) => csv([...facts, name, String(value), unit]));
  if (!fs.existsSync(HISTORY)) {
    fs.writeFileSync(HISTORY, 'time,commit,node,machine,load,part,figure,value,unit\n');
  }
  fs.appendFileSync(HISTORY, `${lines.join('\n')}\n`);
}

const csv = (fields: string[]): string =>
  fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return ''; // not a checkout
  }
}
