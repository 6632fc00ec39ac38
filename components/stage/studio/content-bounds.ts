import { Box3, type Matrix4, Mesh, type Object3D, Vector3 } from 'three';
import { CONTENT_LAYER } from '../layers';

/** What the stage knows about its content after the last bake. */
export interface ContentBounds {
  box: Box3;
  /** World corners of every mesh's box: tighter to frame than one box around all. */
  corners: Vector3[];
}

export const emptyBounds = (): ContentBounds => ({ box: new Box3(), corners: [] });

const scratch = new Box3();

function addCorners(corners: Vector3[], box: Box3, matrix: Matrix4): void {
  for (let corner = 0; corner < 8; corner++) {
    const point = new Vector3(
      corner & 1 ? box.max.x : box.min.x,
      corner & 2 ? box.max.y : box.min.y,
      corner & 4 ? box.max.z : box.min.z,
    );
    corners.push(point.applyMatrix4(matrix));
  }
}

function visit(object: Object3D, bounds: ContentBounds, framed: boolean): void {
  if (!object.visible) return;
  // `userData.backdrop`: walls and the like cast shadows but are not what a view has to show.
  const frame = framed && object.userData.backdrop !== true;
  if (object instanceof Mesh && object.layers.isEnabled(CONTENT_LAYER)) {
    const geometry = object.geometry;
    if (geometry.boundingBox === null) geometry.computeBoundingBox();
    const box = geometry.boundingBox;
    if (box && !box.isEmpty() && Number.isFinite(box.min.x)) {
      bounds.box.union(scratch.copy(box).applyMatrix4(object.matrixWorld));
      if (frame) addCorners(bounds.corners, box, object.matrixWorld);
    }
  }
  for (const child of object.children) visit(child, bounds, frame);
}

/** Measures what is visible under `root`, helpers left out. */
export function measureContent(root: Object3D): ContentBounds {
  const bounds = emptyBounds();
  root.updateWorldMatrix(true, true);
  visit(root, bounds, true);
  return bounds;
}
