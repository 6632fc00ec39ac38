import { randomBytes } from 'node:crypto';
import { signUp } from '@/lib/auth/sign-up';
import { prisma } from '@/lib/database';
import { createFromTemplate } from '@/lib/scene/create-from-template';
import { setSharing } from '@/lib/scene/share-scene';
import type { DemoFile } from './demo-file';

const EMAIL = 'demo@twinnoverse.local';
const TEMPLATE = 'pharma_line';

/** Is this instance fresh? Then a demo is welcome; in one that people use already it is not. */
export async function hasAccounts(): Promise<boolean> {
  return (await prisma().user.findFirst({ select: { id: true } })) !== null;
}

/** Does the demo's scene still stand? Its owner may have deleted it. */
export async function demoStands(demo: DemoFile): Promise<boolean> {
  const scene = await prisma().scene.findFirst({
    where: { id: demo.sceneId, workspaceId: demo.workspaceId },
    select: { id: true },
  });
  return scene !== null;
}

/** Makes the demo: an account with a password of its own, the pharmaceutical line, and its public link. */
export async function makeDemo(): Promise<DemoFile> {
  const password = randomBytes(12).toString('base64url');
  const account = await signUp(
    { email: EMAIL, password, name: 'Demo', workspaceName: 'Lyon plant' },
    '127.0.0.1',
  );
  const membership = await prisma().membership.findFirstOrThrow({ where: { userId: account.id } });
  const caller = { userId: account.id, workspaceId: membership.workspaceId, role: membership.role };
  const made = await createFromTemplate(caller, TEMPLATE, { name: 'Solid dose, line 3' });
  const { path: viewerPath } = await setSharing(caller, made.sceneId, true);
  if (!viewerPath) throw new Error('The demo scene could not be shared.');
  return {
    email: EMAIL,
    password,
    workspaceId: caller.workspaceId,
    sceneId: made.sceneId,
    viewerPath,
    historySent: false,
    machines: Object.fromEntries(
      Object.entries(made.datasources).map(([key, { id, apiKey }]) => [key, { datasourceId: id, apiKey }]),
    ),
  };
}
