import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { mustRun, mustRunNode } from './process.mjs';
import { ROOT } from './root.mjs';
import { SetupError, stage } from './stage.mjs';

const OLDEST_NODE = [20, 19];

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupError(
    `Twinnoverse needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer one from your system or nodejs.org.`,
  );
}

/** Installs the packages when what is installed is not what the lock says, and generates Prisma's client. */
export async function prepare() {
  checkNode();
  if (!packagesMatchLock())
    await stage('Install packages (about a minute)', installPackages, { silent: true });
  const schema = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  const stamp = path.join(ROOT, 'lib', 'generated', 'made-from');
  if (readText(stamp) === schema) return;
  await stage('Generate the database client', async () => {
    await mustRunNode('prisma generate', ['node_modules/prisma/build/index.js', 'generate']);
    fs.writeFileSync(stamp, schema);
  });
}

/** npm keeps what it installed in `node_modules/.package-lock.json`: compare that, not times. */
function packagesMatchLock() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, { version, optional, peer, link, extraneous }]) => {
    if (place === '' || link || extraneous) return true;
    const there = installed[place];
    // Packages of other platforms are in the lock only.
    return there ? there.version === version : Boolean(optional || peer);
  });
}

function packagesIn(file) {
  const text = readText(path.join(ROOT, file));
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/** Development packages too, whatever NODE_ENV says: the pages are built here. */
async function installPackages() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  if (npm?.endsWith('.js')) await mustRunNode('npm ci', [npm, ...args]);
  else await mustRun('npm ci', 'npm', args);
}

const SOURCES = ['app', 'components', 'lib', 'messages', 'prisma/schema.prisma'];
const CONFIGURATION = [
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'proxy.ts',
];

/** Builds the pages unless they were built from exactly these sources. */
export async function buildPages() {
  const inputs = hashOf([...SOURCES.flatMap(filesUnder), ...CONFIGURATION]);
  const stamp = path.join(ROOT, '.next', 'made-from');
  if (readText(stamp) === inputs) return;
  fs.rmSync(stamp, { force: true }); // a build that fails half-way is no build
  const build = async () => {
    await mustRunNode('next build', ['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production' });
    fs.writeFileSync(stamp, inputs);
  };
  await stage('Build the pages (about a minute)', build, { silent: true });
}

function filesUnder(place) {
  if (fs.statSync(path.join(ROOT, place)).isFile()) return [place];
  return fs
    .readdirSync(path.join(ROOT, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files) {
    const bytes = fs.existsSync(path.join(ROOT, file)) ? fs.readFileSync(path.join(ROOT, file)) : '';
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
