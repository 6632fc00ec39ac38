import { type PerspectiveCamera, Vector3 } from 'three';
import { type FreeArea, freeArea } from '../camera/free-area';
import type { StageFrame, StageInsets } from '../types';
import { chooseSteps, type Size } from './choose-steps';
import { leaderPath } from './leader-path';
import { blankCard, type OverlayCard } from './overlay-card';
import { placeCards } from './place-cards';
import { chooseSide, preferX, preferY } from './prefer-offset';

const EASE_SECONDS = 0.06;
const ANCHOR_SLACK = 24;
const projected = new Vector3();
const world = new Vector3();

const setData = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** Follows anchors through the camera and lays the cards out. One per overlay; runs on frames, outside React. */
export class OverlayLayout {
  readonly cards = new Map<string, OverlayCard>();
  private readonly shown: OverlayCard[] = [];
  private readonly ranked: OverlayCard[] = [];
  private readonly resting: OverlayCard[] = [];
  private area: FreeArea = { left: 0, top: 0, right: 1, bottom: 1 };
  private signature = Number.NaN;

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
  frame(frame: StageFrame, insets: StageInsets, radius: number, instant: boolean): boolean {
    this.area = freeArea(frame, insets);
    this.project(frame, radius);
    chooseSteps(this.ranked, this.area);
    this.resting.length = 0;
    let signature = this.area.left + this.area.top * 3 + this.area.right * 7 + this.area.bottom * 11;
    for (const card of this.shown) {
      this.prepare(card);
      if (card.step !== 'dot') this.resting.push(card);
      signature +=
        card.anchorX * 13 + card.anchorY * 17 + card.width * 19 + card.height * 23 + card.preferredY;
    }
    // Frames also come for other reasons; cards move only when something they depend on has.
    signature += this.resting.length * 1e6;
    if (!(Math.abs(signature - this.signature) <= 0.5)) {
      placeCards(this.resting, this.area);
      this.signature = signature;
    }
    return this.draw(frame.delta, instant);
  }

  /** Eases and writes what moved; also called between frames, since cards need no new picture of the scene. */
  draw(delta: number, instant: boolean): boolean {
    let moving = false;
    const ease = instant ? 1 : 1 - Math.exp(-delta / EASE_SECONDS);
    for (const card of this.cards.values()) moving = this.write(card, ease) || moving;
    return moving;
  }

  /** Takes a measured size for the step it was measured in. */
  measured(card: OverlayCard, size: Size): void {
    if (card.step === 'full') card.full = size;
    else if (card.step === 'compact') card.compact = size;
    this.signature = Number.NaN;
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
    card.side = chooseSide(card.anchorY, this.area, card.side);
    card.preferredX = preferX(card.anchorX, this.area);
    card.preferredY = preferY(card.side, card.height, this.area);
  }

  private write(card: OverlayCard, ease: number): boolean {
    const { card: element, leader } = card.elements;
    if (!element || !leader) return false;
    const dot = card.step === 'dot' || (!card.placed && card.width > 0);
    const known = dot || card.width > 0;
    setData(element, 'data-step', dot ? 'dot' : card.step);
    setData(element, 'data-shown', String(card.visible && known));
    setData(leader, 'data-shown', String(card.visible && known && !dot));
    if (!card.visible || !known || dot) {
      card.drawn = false;
      if (card.visible && dot) moveTo(element, card.anchorX, card.anchorY);
      return false;
    }
    const step = card.drawn ? ease : 1;
    card.drawn = true;
    card.drawnX += (card.offsetX - card.drawnX) * step;
    card.drawnY += (card.offsetY - card.drawnY) * step;
    const moving = Math.abs(card.offsetX - card.drawnX) + Math.abs(card.offsetY - card.drawnY) >= 0.5;
    if (!moving) {
      card.drawnX = card.offsetX;
      card.drawnY = card.offsetY;
    }
    this.writeCard(card, element, leader);
    return moving;
  }

  private writeCard(card: OverlayCard, element: HTMLElement, leader: SVGGElement): void {
    const { area } = this;
    const x = within(card.anchorX + card.drawnX - card.width / 2, area.left, area.right - card.width);
    const y = within(card.anchorY + card.drawnY - card.height / 2, area.top, area.bottom - card.height);
    line.x = Math.round(x);
    line.y = Math.round(y);
    line.width = card.width;
    line.height = card.height;
    line.anchorX = card.anchorX;
    line.anchorY = card.anchorY;
    moveTo(element, x, y);
    const path = leaderPath(line);
    for (const child of leader.children) {
      if (child instanceof SVGPathElement) setData(child, 'd', path);
      else {
        setData(child, 'cx', card.anchorX.toFixed(1));
        setData(child, 'cy', card.anchorY.toFixed(1));
      }
    }
  }
}

const line = { x: 0, y: 0, width: 0, height: 0, anchorX: 0, anchorY: 0 };

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

function moveTo(element: HTMLElement, x: number, y: number): void {
  const transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  if (element.style.transform !== transform) element.style.transform = transform;
}

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
