import type { TemplateAsset } from '../../scene-template';

/** What keeps the plant going, and what stands in it. */
export const buildingAssets: TemplateAsset[] = [
  {
    key: 'air-handler',
    name: 'Air handler',
    starter: 'air-handler',
    widgets: [
      {
        kind: 'single_data',
        title: 'Room pressure',
        datasource: 'air-handler',
        dataKey: 'room_pressure',
        unit: 'Pa',
        decimals: 1,
        anchor: 'fan',
        offset: [40, -120],
        alerts: {
          enabled: true,
          condition: 'less_than',
          value: 10,
          severity: 'look',
          showFloatingIcon: true,
          iconKind: 'warning',
        },
      },
    ],
  },
  {
    key: 'water-tank',
    name: 'Water tank',
    starter: 'water-tank',
    widgets: [
      {
        kind: 'single_data',
        title: 'Conductivity',
        datasource: 'water-tank',
        dataKey: 'conductivity',
        unit: 'µS/cm',
        decimals: 2,
        anchor: 'level',
        offset: [-70, -150],
        alerts: { enabled: true, condition: 'greater_than', value: 1.1, severity: 'act' },
      },
    ],
  },
  {
    key: 'pump',
    name: 'Pump',
    starter: 'pump',
    widgets: [
      {
        kind: 'single_data',
        title: 'Pump temp.',
        datasource: 'pump',
        dataKey: 'temperature',
        unit: '°C',
        decimals: 1,
        size: 'small',
        anchor: 'motor',
        offset: [-60, 120],
        alerts: {
          enabled: true,
          condition: 'greater_than',
          value: 80,
          severity: 'act',
          showFloatingIcon: true,
          iconKind: 'temperature',
        },
      },
    ],
  },
  { key: 'electric-cabinet', name: 'Electric cabinet', starter: 'electric-cabinet', widgets: [] },
  { key: 'pipe-rack', name: 'Pipe rack', starter: 'pipe-rack', widgets: [] },
  { key: 'duct', name: 'Duct', starter: 'duct', widgets: [] },
  { key: 'duct-branch', name: 'Duct with branch', starter: 'duct-branch', widgets: [] },
  { key: 'wall-run', name: 'Clean-room wall', starter: 'wall-run', widgets: [] },
  { key: 'wall-bay', name: 'Clean-room wall bay', starter: 'wall-bay', widgets: [] },
  { key: 'wall-door', name: 'Clean-room door', starter: 'wall-door', widgets: [] },
  { key: 'pallet', name: 'Pallet', starter: 'pallet', widgets: [] },
  { key: 'person', name: 'Operator', starter: 'person', widgets: [] },
  { key: 'person-tablet', name: 'Operator with tablet', starter: 'person-tablet', widgets: [] },
];
