import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transform } from '@swc/core';
import { cruise } from 'dependency-cruiser';
import { ROOT } from '../setup/root.mjs';
import { RULES } from './layer-rules.mjs';

const FOLDERS = ['app', 'components', 'lib', 'server', 'scripts', 'e2e', 'bench'];

/**
 * Checks the arrows between the layers, and that there are no cycles.
 *
 * dependency-cruiser reads TypeScript through TypeScript's API, which version 7 does not have, and its swc
 * parser knows no TSX; so it gets a copy of the sources in plain JavaScript. Imports of types are gone there,
 * which is right: they bind nothing at run time.
 */
export async function checkLayers() {
  const copy = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-layers-')));
  try {
    for (const folder of FOLDERS) await copyAsJavaScript(folder, copy);
    await copyFile('proxy.ts', copy);
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
    const present = FOLDERS.filter((folder) => fs.existsSync(path.join(copy, folder)));
    const { output } = await cruise(
      present,
      {
        baseDir: copy,
        validate: true,
        ruleSet: { forbidden: RULES },
        doNotFollow: { path: 'node_modules' },
        preserveSymlinks: true,
        outputType: 'json',
      },
      {
        alias: { '@': copy },
        extensions: ['.js', '.mjs', '.json'],
        conditionNames: ['import', 'require', 'node'],
        exportsFields: ['exports'],
      },
    );
    const { summary } = JSON.parse(output);
    for (const violation of summary.violations) console.error(sentence(violation));
    console.log(`${summary.totalCruised} modules, ${summary.totalDependenciesCruised} dependencies`);
    return summary.violations.length === 0;
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
}

function sentence({ rule, from, to, cycle, via }) {
  const way = (cycle ?? via ?? []).map((step) => step.name);
  const comment = RULES.find(({ name }) => name === rule.name)?.comment;
  return `${rule.name}: ${[from, ...(way.length > 0 ? way : [to])].join(' → ')}\n  ${comment}`;
}

async function copyAsJavaScript(folder, copy) {
  if (!fs.existsSync(path.join(ROOT, folder))) return;
  const entries = fs.readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile()) await copyFile(path.relative(ROOT, path.join(entry.parentPath, entry.name)), copy);
  }
}

async function copyFile(file, copy) {
  const target = path.join(copy, file.replace(/\.tsx?$/, '.js'));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  if (!/\.tsx?$/.test(file)) {
    if (/\.(mjs|js|json|css|svg)$/.test(file)) fs.copyFileSync(path.join(ROOT, file), target);
    return;
  }
  if (file.endsWith('.d.ts')) return;
  const { code } = await transform(fs.readFileSync(path.join(ROOT, file), 'utf8'), {
    filename: file,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: file.endsWith('.tsx') },
      transform: { react: { runtime: 'automatic' }, verbatimModuleSyntax: true },
    },
    swcrc: false,
  });
  fs.writeFileSync(target, code);
}
