import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('names every environment variable that is read, and no other', () => {
    const schema = fs.readFileSync(path.join(ROOT, 'lib/env.ts'), 'utf8');
    const read = [...schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    const told = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(read.sort());
  });

  it('points only at files that exist', () => {
    const links = [...readme.matchAll(/\]\(([\w./-]+)\)/g)].map(([, target]) => target ?? '');
    const paths = [
      ...readme.matchAll(/`((?:app|bench|components|docs|lib|messages|prisma|scripts|server)\/[\w./-]*)`/g),
    ].map(([, target]) => target ?? '');
    const missing = [...links, ...paths].filter((target) => !fs.existsSync(path.join(ROOT, target)));
    expect(missing).toEqual([]);
  });

  it('gives commands that package.json has', () => {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const told = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
    expect(told.filter((name) => !(name in scripts))).toEqual([]);
  });
});
