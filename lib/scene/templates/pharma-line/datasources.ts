import type { TemplateDatasource } from '../../scene-template';

/** One datasource for each machine of the line; the simulator in `lib/demo/` sends under the same keys. */
export const datasources: TemplateDatasource[] = [
  {
    key: 'mixer',
    name: 'Blender BL-201',
    description: 'Tumble blender, room 2',
    metrics: [
      { key: 'motor_stats.rpm', displayName: 'Drum speed', unit: 'rpm' },
      { key: 'motor_stats.vibration', displayName: 'Vibration', unit: 'mm/s' },
      { key: 'torque', displayName: 'Torque', unit: 'Nm' },
      { key: 'blend_energy', displayName: 'Blend energy', kind: 'structure', unit: 'kWh' },
      { key: 'fill_level', displayName: 'Fill level', unit: '%' },
      { key: 'batch_progress', displayName: 'Batch progress', unit: '%' },
    ],
  },
  {
    key: 'granulator',
    name: 'Granulator FB-102',
    description: 'Fluid-bed granulator and dryer, room 1',
    metrics: [
      { key: 'product.temperature', displayName: 'Product temperature', unit: '°C' },
      { key: 'product.moisture', displayName: 'Product moisture', unit: '%' },
      { key: 'inlet.temperature', displayName: 'Inlet temperature', unit: '°C' },
      { key: 'inlet.airflow', displayName: 'Inlet airflow', unit: 'm³/h' },
      { key: 'filter_pressure_drop', displayName: 'Filter pressure drop', unit: 'kPa' },
      { key: 'phase', displayName: 'Phase', kind: 'text' },
    ],
  },
  {
    key: 'tablet-press',
    name: 'Tablet press TP-302',
    description: 'Rotary press, 27 stations, room 3',
    metrics: [
      { key: 'compression.main', displayName: 'Main force', unit: 'kN' },
      { key: 'compression.pre', displayName: 'Pre-force', unit: 'kN' },
      { key: 'turret.rpm', displayName: 'Turret speed', unit: 'rpm' },
      { key: 'turret.temperature', displayName: 'Turret bearing', unit: '°C' },
      { key: 'output_per_hour', displayName: 'Output', unit: 'tab/h' },
      { key: 'tablet.weight', displayName: 'Tablet weight', unit: 'mg' },
      { key: 'tablet.hardness', displayName: 'Tablet hardness', unit: 'N' },
      { key: 'hopper_level', displayName: 'Hopper level', unit: '%' },
      { key: 'state', displayName: 'State', kind: 'text' },
    ],
  },
  {
    key: 'coater',
    name: 'Coater FC-401',
    description: 'Film coater, room 4',
    metrics: [
      { key: 'pan.inlet', displayName: 'Inlet air', unit: '°C' },
      { key: 'pan.bed', displayName: 'Tablet bed', unit: '°C' },
      { key: 'drum_rpm', displayName: 'Drum speed', unit: 'rpm' },
      { key: 'spray_rate', displayName: 'Spray rate', unit: 'g/min' },
      { key: 'exhaust_pressure', displayName: 'Exhaust pressure', unit: 'Pa' },
    ],
  },
  {
    key: 'blister-packer',
    name: 'Blister packer BP-501',
    description: 'Thermoforming, lane 1',
    metrics: [
      { key: 'sealing.temperature', displayName: 'Sealing temperature', unit: '°C' },
      { key: 'forming.temperature', displayName: 'Forming temperature', unit: '°C' },
      { key: 'packs.good', displayName: 'Good packs' },
      { key: 'packs.rejected', displayName: 'Rejected packs' },
      { key: 'blisters_per_minute', displayName: 'Rate', unit: '1/min' },
    ],
  },
  {
    key: 'cartoner',
    name: 'Cartoner CT-601',
    description: 'Horizontal cartoner, lane 1',
    metrics: [
      { key: 'cartons.good', displayName: 'Good cartons' },
      { key: 'cartons.rejected', displayName: 'Rejected cartons' },
      { key: 'cartons_per_minute', displayName: 'Rate', unit: '1/min' },
      {
        key: 'production_output',
        displayName: 'Output by lane',
        kind: 'structure',
        unit: '1/h',
      },
    ],
  },
  {
    key: 'conveyor',
    name: 'Conveyor CV-602',
    description: 'Outfeed to palletising',
    metrics: [
      { key: 'belt_speed', displayName: 'Belt speed', unit: 'm/s' },
      { key: 'load', displayName: 'Load', unit: '%' },
      { key: 'motor.current', displayName: 'Motor current', unit: 'A' },
      { key: 'motor.running', displayName: 'Motor running', kind: 'boolean' },
    ],
  },
  {
    key: 'air-handler',
    name: 'Air handling AH-01',
    description: 'Clean room supply, H14',
    metrics: [
      { key: 'room_pressure', displayName: 'Room pressure', unit: 'Pa' },
      { key: 'supply.temperature', displayName: 'Supply temperature', unit: '°C' },
      { key: 'supply.humidity', displayName: 'Supply humidity', unit: '%' },
      { key: 'fan.speed', displayName: 'Fan speed', unit: '%' },
      { key: 'fan.running', displayName: 'Fan running', kind: 'boolean' },
      { key: 'filter_class', displayName: 'Filter class', kind: 'text' },
    ],
  },
  {
    key: 'water-tank',
    name: 'Purified water PW-01',
    description: 'Tank and loop, 80 °C',
    metrics: [
      { key: 'level', displayName: 'Tank level', unit: '%' },
      { key: 'conductivity', displayName: 'Conductivity', unit: 'µS/cm' },
      { key: 'loop.temperature', displayName: 'Loop temperature', unit: '°C' },
      { key: 'loop.flow', displayName: 'Loop flow', unit: 'm³/h' },
    ],
  },
  {
    key: 'pump',
    name: 'Pump P-701',
    description: 'Transfer pump: the one to try your own readings on',
    metrics: [
      { key: 'temperature', displayName: 'Temperature', unit: '°C' },
      { key: 'motor_stats.rpm', displayName: 'Speed', unit: 'rpm' },
      { key: 'motor_stats.vibration', displayName: 'Vibration', unit: 'mm/s' },
    ],
  },
];
