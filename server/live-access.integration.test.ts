import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender } from '@/lib/ingest/test-sender';
import { setSharing } from '@/lib/scene/share-scene';
import { makeSharedScene } from '@/lib/scene/test-shared-scene';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { live, openRaw, openStore, origin, send, until, useLiveServer } from './test-live-server';

useTestDatabase();
useLiveServer();

describe('who may listen', () => {
  it('signed in, to datasources of the own workspace; foreign and missing are the same 404', async () => {
    const [own, foreign] = [await makeSender(), await makeSender()];
    const headers = { cookie: own.cookie };
    expect((await openRaw(`datasources=${own.datasourceId}`)).status).toBe(401);
    const answers = await Promise.all(
      [foreign.datasourceId, 'dsr_000000000000000000000', `${own.datasourceId},${foreign.datasourceId}`].map(
        (ids) => openRaw(`datasources=${ids}`, headers),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const bodies = await Promise.all(
      answers.map(async ({ answer }) => ({ ...(await answer.json()), requestId: '' })),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    expect((await openRaw('', headers)).status).toBe(400);
    // What no id looks like, and the database could not even be asked for.
    for (const query of ['datasources=%00', 'scene=%00', 'share=%00'])
      expect((await openRaw(query, headers)).status).toBe(404);
    const { id } = await makeSharedScene(foreign);
    expect((await openRaw(`scene=${id}`, headers)).status).toBe(404);
    expect((await openRaw('share=tws_00000000000000000000000000000000', headers)).status).toBe(404);
  });

  it('who holds a public link, to the datasources of its scene, until it is switched off', async () => {
    const sender = await makeSender();
    const { id, token } = await makeSharedScene(sender);
    const store = openStore({ share: token });
    await live(store);
    expect(store.datasourceIds()).toEqual([sender.datasourceId]);
    await send(sender, { a: 1 });
    await until(() => store.reading(sender.datasourceId, 'a')?.value === 1);
    await setSharing(sender.caller, id, false);
    const switchedOffAt = Date.now();
    await until(() => store.connection().phase === 'ended');
    expect(Date.now() - switchedOffAt).toBeLessThan(3_000);
    expect(store.connection().end?.code).toBe('not_found');
  });

  it('a member, to a scene and to what is added to it meanwhile', async () => {
    const sender = await makeSender(await makeMember());
    const { id } = await makeSharedScene(sender);
    const store = openStore({ sceneId: id }, sender.cookie);
    await live(store);
    const added = await makeSender(sender);
    await send(added, { a: 5 });
    await pool().query(
      `update asset set document = jsonb_set(document, '{widgets,1}', $2, true) where workspace_id = $1`,
      [
        sender.caller.workspaceId,
        JSON.stringify({
          id: 'w2',
          kind: 'single_data',
          title: 'A',
          datasourceId: added.datasourceId,
          dataKey: 'a',
        }),
      ],
    );
    await until(() => store.reading(added.datasourceId, 'a')?.value === 5);
  });

  it('not with a method of writing, and not too many from one address', async () => {
    const answer = await fetch(`${origin}/api/live?share=x`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    const sender = await makeSender();
    const many = await Promise.all(
      Array.from({ length: 205 }, () =>
        openRaw(`datasources=${sender.datasourceId}`, { cookie: sender.cookie }),
      ),
    );
    const refused = many.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
  });
});
