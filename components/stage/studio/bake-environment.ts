import {
  BoxGeometry,
  Color,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  PMREMGenerator,
  Scene,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import type { StudioTheme } from './themes';

/** Brightness, width, height, centre, tint. One soft ceiling and two long strips that draw lines on steel. */
const PANELS: [number, number, number, [number, number, number], string][] = [
  [3.6, 11, 7, [0, 10, 1], '#ffffff'],
  [8, 1.3, 16, [-6, 9, 0], '#ffffff'],
  [6, 1.1, 16, [6.5, 9, 0], '#fffaf2'],
];

/**
 * Brightness, width, azimuth in degrees, tint. Upright bands reach far below the horizon: the camera looks down, so
 * upright steel mirrors what is low in the room. The dark ones give metal something dark to mirror.
 */
const BANDS: [number, number, number, string][] = [
  [2.3, 7, -44, '#f4f8ff'],
  [1.1, 3, -14, '#ffffff'],
  [1.9, 2.2, 122, '#fff3e2'],
  [1.5, 3, -128, '#eaf2ff'],
  [0.9, 4, 70, '#fff6ea'],
  [0.03, 4, 24, '#ffffff'],
  [0.03, 3.6, -92, '#ffffff'],
  [0.03, 4, 160, '#ffffff'],
  [0.06, 2, 96, '#ffffff'],
];

const BAND_DISTANCE = 11;
const BAND_HEIGHT = 17;

function studioRoom(theme: StudioTheme): Scene {
  const scene = new Scene();
  const flat = (brightness: number, tint: string) =>
    new MeshBasicMaterial({ color: new Color(tint).multiplyScalar(brightness), side: DoubleSide });

  const room = new Mesh(new BoxGeometry(26, 22, 26), flat(theme.room, '#eef2f6'));
  room.position.y = 0.8;
  const floor = new Mesh(new PlaneGeometry(24, 24), flat(theme.roomFloor, '#dfe3e8'));
  floor.rotation.x = -Math.PI / 2;
  floor.position.y = -9.5;
  scene.add(room, floor);

  const panel = (
    brightness: number,
    width: number,
    height: number,
    at: [number, number, number],
    tint: string,
  ) => {
    const mesh = new Mesh(new PlaneGeometry(width, height), flat(brightness * theme.panel, tint));
    mesh.position.set(...at);
    mesh.lookAt(0, 0.5, 0);
    scene.add(mesh);
  };
  for (const [brightness, width, height, at, tint] of PANELS) panel(brightness, width, height, at, tint);
  for (const [brightness, width, azimuth, tint] of BANDS) {
    const angle = (azimuth * Math.PI) / 180;
    const at: [number, number, number] = [
      Math.sin(angle) * BAND_DISTANCE,
      0.4,
      Math.cos(angle) * BAND_DISTANCE,
    ];
    panel(brightness, width, BAND_HEIGHT, at, tint);
  }
  return scene;
}

/** Filters our studio of light panels into an environment map, once per theme. The caller disposes the target. */
export function bakeEnvironment(renderer: WebGLRenderer, theme: StudioTheme): WebGLRenderTarget {
  const scene = studioRoom(theme);
  const generator = new PMREMGenerator(renderer);
  const target = generator.fromScene(scene, 0.025);
  generator.dispose();
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    object.geometry.dispose();
    object.material.dispose();
  });
  return target;
}
