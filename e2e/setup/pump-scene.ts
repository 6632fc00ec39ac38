import { createFromStarter } from '@/lib/asset/create-from-starter';
import { getAsset } from '@/lib/asset/get-asset';
import { saveAssetDocument } from '@/lib/asset/save-asset-document';
import type { Caller } from '@/lib/auth/caller';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { createScene } from '@/lib/scene/create-scene';
import { getScene } from '@/lib/scene/get-scene';
import { saveSceneDocument } from '@/lib/scene/save-scene-document';
import { setSharing } from '@/lib/scene/share-scene';
import { newWidget } from '@/lib/widget/registry';
import { useServerEnvironment } from './server-environment';

export type PumpScene = {
  sceneId: string;
  assetId: string;
  sharePath: string;
  datasourceId: string;
  apiKey: string;
};

/** A scene with one pump that carries all four kinds of widget, and glows above 80 °C. Shared. */
export async function makePumpScene(caller: Caller): Promise<PumpScene> {
  useServerEnvironment();
  const { datasource, apiKey } = await createDatasource(caller, {
    type: 'api_ingest',
    name: 'Pump P-1',
    description: '',
  });
  const asset = await createFromStarter(caller, { kind: 'pump' });
  const { parts } = await getAsset(caller, asset.id);
  const motor = parts.flatMap((part) => [part, ...part.children]).find((part) => part.name === 'Motor');
  if (!motor) throw new Error('The pump has no motor.');
  const common = {
    datasourceId: datasource.id,
    anchor: {
      partId: motor.id,
      position: [0, 0.2, 0] as [number, number, number],
      normal: [0, 1, 0] as [number, number, number],
    },
  };
  const alerts = {
    enabled: true,
    condition: 'greater_than' as const,
    value: 80,
    severity: 'act' as const,
    changeWidgetColor: true,
    changeMaterialColor: true,
    showFloatingIcon: true,
    iconKind: 'temperature' as const,
  };
  const widgets = [
    newWidget('single_data', {
      ...common,
      id: 'w1',
      title: 'Temperature',
      dataKey: 'temperature',
      unit: '°C',
      alerts,
    }),
    newWidget('double_data', {
      ...common,
      id: 'w2',
      title: 'Motor',
      dataKey: 'motor_stats',
      primarySubKey: 'rpm',
      secondarySubKey: 'vibration',
      unit: 'rpm',
      secondaryUnit: 'mm/s',
    }),
    newWidget('line_chart', {
      ...common,
      id: 'w3',
      title: 'CPU load',
      dataKey: 'server_cpu_load',
      labelsKey: 'timestamps',
      valuesKey: 'cpu_percent',
    }),
    newWidget('bar_chart', {
      ...common,
      id: 'w4',
      title: 'Output',
      dataKey: 'production_output',
      labelsKey: 'machines',
      valuesKey: 'units_per_hour',
    }),
  ];
  await saveAssetDocument(caller, asset.id, {
    revision: asset.revision,
    document: { schemaVersion: 1, widgets },
  });
  const scene = await createScene(caller, { name: 'Pump room', description: '' });
  const { document, revision } = await getScene({ kind: 'member', caller }, scene.id);
  await saveSceneDocument(caller, scene.id, {
    revision,
    document: {
      ...document,
      instances: [
        {
          id: 'i1',
          assetId: asset.id,
          name: 'Pump P-1',
          position: [0, 0, 0],
          rotation: [0, 0, 0],
          scale: [1, 1, 1],
          groupId: null,
          visible: true,
          locked: false,
        },
      ],
    },
  });
  const { path } = await setSharing(caller, scene.id, true);
  return {
    sceneId: scene.id,
    assetId: asset.id,
    sharePath: path ?? '',
    datasourceId: datasource.id,
    apiKey: apiKey?.key ?? '',
  };
}
