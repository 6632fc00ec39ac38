import { type PerspectiveCamera, Vector3 } from 'three';
import { type FreeArea, freeArea } from '../camera/free-area';
import { prefersReducedMotion } from '../camera/reduced-motion';
import type { ContentBounds } from '../studio/content-bounds';
import type { StageFrame, StageInsets } from '../types';
import type { Card } from './card';
import { chooseSteps, type Size } from './choose-steps';
import { drawCard } from './draw-card';
import { blankCard, type OverlayCard } from './overlay-card';
import { placeCards } from './place-cards';
import { chooseSide, leaderLength, preferX } from './prefer-offset';
import { Silhouette } from './silhouette';

const EASE_SECONDS = 0.06;
const ANCHOR_SLACK = 24;
const projected = new Vector3();
const world = new Vector3();

/** Follows anchors through the camera and lays the cards out. One per overlay; runs on frames, outside React. */
export class OverlayLayout {
  readonly cards = new Map<string, OverlayCard>();
  private readonly shown: OverlayCard[] = [];
  private readonly ranked: OverlayCard[] = [];
  private readonly resting: Card[] = [];
  private readonly silhouette = new Silhouette();
  private area: FreeArea = { left: 0, top: 0, right: 1, bottom: 1 };
  private areaBefore = Number.NaN;
  private restingBefore = -1;
  private obstacles: readonly Card[] = [];

  /** The card of an id, made when first asked for. */
  card(id: string): OverlayCard {
    let card = this.cards.get(id);
    if (!card) {
      card = blankCard(id);
      this.cards.set(id, card);
    }
    return card;
  }

  /** Projects, chooses steps, places. Returns whether cards are still on their way. */
  frame(frame: StageFrame, insets: StageInsets, bounds: ContentBounds, obstacles: readonly Card[]): boolean {
    this.area = freeArea(frame, insets);
    this.project(frame, bounds.box.isEmpty() ? 1 : bounds.box.min.distanceTo(bounds.box.max) / 2);
    this.silhouette.measure(bounds.corners, frame.camera, frame.width, frame.height);
    chooseSteps(this.ranked, this.area);
    this.resting.length = 0;
    let changed = this.areaChanged() || obstacles !== this.obstacles;
    this.obstacles = obstacles;
    for (const obstacle of obstacles) this.resting.push(obstacle);
    for (const card of this.shown) {
      this.prepare(card);
      changed = noteChange(card) || changed;
      if (card.step !== 'dot') this.resting.push(card);
    }
    // Frames also come for other reasons; cards move only when something they depend on has.
    changed ||= this.resting.length !== this.restingBefore;
    this.restingBefore = this.resting.length;
    if (changed) placeCards(this.resting, this.area);
    return this.draw(frame.delta);
  }

  private areaChanged(): boolean {
    const { left, top, right, bottom } = this.area;
    const signature = left + top * 1e3 + right * 1e6 + bottom * 1e9;
    const changed = signature !== this.areaBefore;
    this.areaBefore = signature;
    return changed;
  }

  /** Eases and writes what moved; also called between frames, since cards need no new picture of the scene. */
  draw(delta: number): boolean {
    let moving = false;
    const ease = prefersReducedMotion() ? 1 : 1 - Math.exp(-delta / EASE_SECONDS);
    for (const card of this.cards.values()) moving = drawCard(card, this.area, ease) || moving;
    return moving;
  }

  /** Takes a measured size for the step it was measured in. */
  measured(card: OverlayCard, size: Size): void {
    if (card.step === 'full') card.full = size;
    else if (card.step === 'compact') card.compact = size;
  }

  private project({ camera, width, height }: StageFrame, radius: number): void {
    this.shown.length = 0;
    this.ranked.length = 0;
    const { area } = this;
    const smaller = Math.min(area.right - area.left, area.bottom - area.top);
    for (const card of this.cards.values()) {
      world.copy(typeof card.anchor === 'function' ? card.anchor() : card.anchor);
      card.critical = card.urgent || card.pinned;
      card.distance = camera.position.distanceTo(world);
      projected.copy(world).project(camera);
      const { x, y } = projected;
      card.anchorX = ((x + 1) / 2) * width;
      card.anchorY = ((1 - y) / 2) * height;
      card.closeness = sizeOnScreen(camera, height, card.distance, radius) / Math.max(smaller, 1);
      card.visible =
        projected.z < 1 &&
        card.anchorX > area.left - ANCHOR_SLACK &&
        card.anchorX < area.right + ANCHOR_SLACK &&
        card.anchorY > area.top - ANCHOR_SLACK &&
        card.anchorY < area.bottom + ANCHOR_SLACK;
      if (!card.visible) {
        card.placed = false;
        continue;
      }
      this.shown.push(card);
      this.ranked.push(card);
    }
    this.ranked.sort(byImportance);
  }

  private prepare(card: OverlayCard): void {
    const size = (card.step === 'full' ? card.full : card.compact) ?? card.full;
    card.width = size?.width ?? 0;
    card.height = size?.height ?? 0;
    if (card.preferred) {
      const near = card.step === 'full' ? 1 : 0.7;
      card.preferredX = card.preferred[0] * near;
      card.preferredY = card.preferred[1] * near;
      return;
    }
    card.preferredX = preferX(card.anchorX, this.area);
    const centre = card.anchorX + card.preferredX;
    around.anchorY = card.anchorY;
    around.top = this.silhouette.topBetween(centre - card.width / 2, centre + card.width / 2);
    around.bottom = this.silhouette.bottomBetween(centre - card.width / 2, centre + card.width / 2);
    around.cardHeight = card.height;
    card.side = chooseSide(around, this.area, card.side);
    card.preferredY = card.side * leaderLength(around, card.side, this.area);
  }
}

/** Remembers what a card's place depends on; true when any of it has changed enough to see. */
function noteChange(card: OverlayCard): boolean {
  const { seen } = card;
  const changed =
    Math.abs(card.anchorX - seen.x) > 0.25 ||
    Math.abs(card.anchorY - seen.y) > 0.25 ||
    Math.abs(card.preferredX - seen.preferredX) > 0.5 ||
    Math.abs(card.preferredY - seen.preferredY) > 0.5 ||
    card.width !== seen.width ||
    card.height !== seen.height ||
    card.step !== seen.step;
  if (!changed) return false;
  seen.x = card.anchorX;
  seen.y = card.anchorY;
  seen.preferredX = card.preferredX;
  seen.preferredY = card.preferredY;
  seen.width = card.width;
  seen.height = card.height;
  seen.step = card.step;
  return true;
}

const around = { anchorY: 0, top: 0, bottom: 0, cardHeight: 0 };

/** Pixels that the content's diameter takes at a distance. */
function sizeOnScreen(camera: PerspectiveCamera, height: number, distance: number, radius: number): number {
  const half = Math.tan((camera.fov * Math.PI) / 360) * Math.max(distance, 1e-3);
  return (radius / half) * height;
}

function byImportance(a: OverlayCard, b: OverlayCard): number {
  return (
    Number(b.pinned) - Number(a.pinned) || Number(b.critical) - Number(a.critical) || a.distance - b.distance
  );
}
