import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page, Route } from '@playwright/test';
import { transform } from '@swc/core';

/** An origin that exists only inside the browser: each of its requests is answered here. */
export const ORIGIN = 'http://starters.invalid';

const IMPORTS = {
  three: '/node_modules/three/build/three.module.js',
  'three/addons/': '/node_modules/three/examples/jsm/',
  'three/examples/jsm/': '/node_modules/three/examples/jsm/',
  '@/': '/',
};

const page = (entry: string) => `<!doctype html><meta charset="utf-8">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="${entry}"></script>`;

export interface Served {
  /** Module that the page starts with, from the root of the repository. */
  readonly entry: string;
  /** Files that exist only in memory, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Serves the repository's modules to a page, TypeScript turned into JavaScript on the way: no bundle, no port. */
export async function serveModules(browserPage: Page, root: string, { entry, files }: Served): Promise<void> {
  await browserPage.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const bytes = files.get(pathname);
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: page(entry) });
    else if (bytes) await route.fulfill({ contentType: 'model/gltf-binary', body: Buffer.from(bytes) });
    else await serveModule(route, path.join(root, pathname));
  });
}

async function serveModule(route: Route, file: string): Promise<void> {
  if (path.extname(file) === '.js') await route.fulfill({ contentType: 'text/javascript', path: file });
  else if (path.extname(file)) await route.fulfill({ status: 404 });
  else await route.fulfill({ contentType: 'text/javascript', body: await javascript(`${file}.ts`) });
}

async function javascript(file: string): Promise<string> {
  const { code } = await transform(await fs.readFile(file, 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return code;
}
