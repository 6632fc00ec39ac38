import type { TemplateAsset } from '../../scene-template';

/** What packs them. */
export const packingAssets: TemplateAsset[] = [
  {
    key: 'blister-packer',
    name: 'Blister packer',
    starter: 'blister-packer',
    widgets: [
      {
        kind: 'single_data',
        title: 'Sealing',
        datasource: 'blister-packer',
        dataKey: 'sealing.temperature',
        unit: '°C',
        decimals: 0,
        anchor: 'seal',
        offset: [-40, 190],
        alerts: {
          enabled: true,
          condition: 'less_than',
          value: 174,
          severity: 'look',
          showFloatingIcon: true,
          iconKind: 'temperature',
        },
      },
    ],
  },
  {
    key: 'cartoner',
    name: 'Cartoner',
    starter: 'cartoner',
    widgets: [
      {
        kind: 'double_data',
        title: 'Cartons, this shift',
        datasource: 'cartoner',
        dataKey: 'cartons',
        primarySubKey: 'good',
        secondarySubKey: 'rejected',
        decimals: 0,
        anchor: 'drum',
        offset: [40, 190],
      },
    ],
  },
  {
    key: 'conveyor',
    name: 'Conveyor',
    starter: 'conveyor',
    widgets: [
      {
        kind: 'single_data',
        title: 'Belt speed',
        datasource: 'conveyor',
        dataKey: 'belt_speed',
        unit: 'm/s',
        decimals: 2,
        size: 'small',
        anchor: 'belt',
        offset: [90, 110],
      },
    ],
  },
];
