import { type Box3, type DirectionalLight, Vector3 } from 'three';

/** From the upper left, in front: the look's key. */
const DIRECTION = new Vector3(-7, 13, 9.5).normalize();
/** Width of the blur at a shadow's edge, in metres, and the texels the filter can spread over. */
const SOFTNESS = 0.036;
const right = new Vector3();
const up = new Vector3();
const corner = new Vector3();
const centre = new Vector3();

/** Points the shadow camera at the content and nothing else, so that all texels are spent on it. */
export function fitKeyLight(light: DirectionalLight, box: Box3): void {
  if (box.isEmpty()) return;
  box.getCenter(centre);
  right.set(0, 1, 0).cross(DIRECTION).normalize();
  up.crossVectors(DIRECTION, right);
  let halfWidth = 0.1;
  let halfHeight = 0.1;
  let depth = 0.1;
  for (let index = 0; index < 8; index++) {
    corner.set(
      index & 1 ? box.max.x : box.min.x,
      index & 2 ? box.max.y : box.min.y,
      index & 4 ? box.max.z : box.min.z,
    );
    corner.sub(centre);
    halfWidth = Math.max(halfWidth, Math.abs(corner.dot(right)));
    halfHeight = Math.max(halfHeight, Math.abs(corner.dot(up)));
    depth = Math.max(depth, Math.abs(corner.dot(DIRECTION)));
  }
  const camera = light.shadow.camera;
  camera.left = -halfWidth * 1.02;
  camera.right = halfWidth * 1.02;
  camera.top = halfHeight * 1.02;
  camera.bottom = -halfHeight * 1.02;
  camera.near = depth * 0.5;
  // The floor behind the content, on which the shadow ends, lies deeper than the content itself.
  camera.far = depth * 6;
  camera.updateProjectionMatrix();

  light.target.position.copy(centre);
  light.position.copy(centre).addScaledVector(DIRECTION, depth * 2);
  light.target.updateMatrixWorld();
  light.updateMatrixWorld();

  const texel = (2 * Math.max(halfWidth, halfHeight)) / light.shadow.mapSize.x;
  light.shadow.radius = Math.min(Math.max(SOFTNESS / texel, 1.2), 6);
  light.shadow.normalBias = Math.max(texel * 2.8, 0.002);
}
