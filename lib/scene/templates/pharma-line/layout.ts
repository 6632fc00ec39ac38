import type { TemplateInstance, TemplateView } from '../../scene-template';

/** Process order from the back left to the front right: water, granulate, blend, coat; press, blister, carton, convey. */
export const instances: TemplateInstance[] = [
  { asset: 'water-tank', name: 'Water tank PW-01', position: [-5.5, 0, -2.9], group: 'Granulation' },
  { asset: 'granulator', name: 'Granulator FB-102', position: [-2.7, 0, -2.6], group: 'Granulation' },
  { asset: 'mixer', name: 'Blender BL-201', position: [0.7, 0, -2.6], group: 'Blending' },
  { asset: 'coater', name: 'Coater FC-401', position: [4, 0, -2.4], group: 'Coating' },
  { asset: 'pump', name: 'Pump P-701', position: [6.5, 0, -1.3], group: 'Utilities' },
  { asset: 'electric-cabinet', name: 'Cabinet EC-01', position: [6.1, 0, -3.7], group: 'Utilities' },
  { asset: 'tablet-press', name: 'Tablet press TP-302', position: [-4, 0, 1.2], group: 'Compression' },
  { asset: 'blister-packer', name: 'Blister packer BP-501', position: [0, 0, 1.3], group: 'Packing' },
  { asset: 'cartoner', name: 'Cartoner CT-601', position: [4.5, 0, 1.35], group: 'Packing' },
  { asset: 'conveyor', name: 'Conveyor CV-602', position: [7.7, 0, 1.35], group: 'Packing' },
  {
    asset: 'air-handler',
    name: 'Air handler AH-01',
    position: [9.6, 0, -2.9],
    turn: -90,
    group: 'Utilities',
  },
  { asset: 'pipe-rack', name: 'Pipe rack', position: [-3, 0, -4.2], group: 'Building' },
  { asset: 'duct', name: 'Supply duct', position: [-2.45, 0, -3.887], group: 'Building' },
  { asset: 'duct-branch', name: 'Supply duct with branch', position: [3.55, 0, -3.45], group: 'Building' },
  { asset: 'wall-run', name: 'North wall 1', position: [-3.5, 0, -4.5], group: 'Building' },
  { asset: 'wall-run', name: 'North wall 2', position: [2.5, 0, -4.5], group: 'Building' },
  { asset: 'wall-run', name: 'West wall', position: [-6.5, 0, -1.5], turn: 90, group: 'Building' },
  { asset: 'wall-door', name: 'West door', position: [-6.5, 0, 2.25], turn: 90, group: 'Building' },
  { asset: 'pallet', name: 'Raw materials', position: [-5.75, 0, 3.4], turn: 6, group: 'Building' },
  { asset: 'person', name: 'Operator, packing', position: [3.1, 0, 2.9], turn: 200, group: 'People' },
  { asset: 'person-tablet', name: 'Operator, press', position: [-2.1, 0, 2.7], turn: -86, group: 'People' },
];

/** From the front right and above, as the whole line is seen; `distance` in metres. */
function view(name: string, target: [number, number, number], distance: number): TemplateView {
  const [x, y, z] = target;
  return { name, target, position: [x + 0.449 * distance, y + 0.438 * distance, z + 0.778 * distance] };
}

export const views: TemplateView[] = [
  view('Granulation', [-3.7, 1.5, -2.5], 17),
  view('Blending', [0.7, 1.3, -2.4], 14),
  view('Compression', [-4, 1.2, 1.2], 12),
  view('Coating', [4, 1.4, -2.2], 14),
  view('Packing', [3.6, 0.9, 1.4], 20),
  view('Utilities', [7.2, 1.2, -2.6], 16),
];
