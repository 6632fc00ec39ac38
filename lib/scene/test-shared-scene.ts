import { pool } from '@/lib/database';
import { linkChart, type TestSender } from '@/lib/ingest/test-sender';
import { createScene } from './create-scene';
import { setSharing } from './share-scene';

/** A scene with a public link, in which a chart shows what a datasource sends. */
export async function makeSharedScene(sender: TestSender): Promise<{ id: string; token: string }> {
  await linkChart(sender, { dataKey: 'output', labelsKey: 'labels', valuesKey: 'values' });
  const { id } = await createScene(sender.caller, { name: 'Line', description: '' });
  const instance = {
    id: 'i1',
    assetId: `ast_${sender.datasourceId.slice(4)}`,
    name: 'Machine',
    position: [0, 0, 0],
    rotation: [0, 0, 0],
    scale: [1, 1, 1],
  };
  await pool().query(`update scene set document = jsonb_set(document, '{instances}', $2) where id = $1`, [
    id,
    JSON.stringify([instance]),
  ]);
  const { token } = await setSharing(sender.caller, id, true);
  return { id, token: token ?? '' };
}
