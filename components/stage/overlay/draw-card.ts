import type { FreeArea } from '../camera/free-area';
import { leaderPath } from './leader-path';
import type { OverlayCard } from './overlay-card';

const line = { x: 0, y: 0, width: 0, height: 0, anchorX: 0, anchorY: 0 };

const setData = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

function moveTo(element: HTMLElement, x: number, y: number): void {
  const transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  if (element.style.transform !== transform) element.style.transform = transform;
}

/** Writes one card and its leader: step, visibility, place. Returns whether it is still on its way. */
export function drawCard(card: OverlayCard, area: FreeArea, ease: number): boolean {
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
  drawAt(card, area, element, leader);
  return moving;
}

function drawAt(card: OverlayCard, area: FreeArea, element: HTMLElement, leader: SVGGElement): void {
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
