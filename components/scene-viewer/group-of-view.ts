import type { SceneDocument, View } from '@/lib/scene/schema';

/**
 * Instances that a view is about: those of the group of the same name, else those that stand near its target.
 * The rail marks a view when one of them has an alert.
 */
export function groupOfView(view: View, document: SceneDocument): Set<string> {
  const group = document.groups.find((one) => one.name === view.name);
  const near =
    view.position.reduce((sum, value, i) => sum + (value - (view.target[i] ?? 0)) ** 2, 0) ** 0.5 / 5;
  const chosen = document.instances.filter((instance) =>
    group
      ? instance.groupId === group.id
      : Math.hypot(instance.position[0] - view.target[0], instance.position[2] - view.target[2]) < near,
  );
  return new Set(chosen.map((instance) => instance.id));
}
