import { describe, expect, it } from 'vitest';
import { cameraCommand } from './keyboard';

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => cameraCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('camera keys', () => {
  it('orbit with arrows and pan with Shift', () => {
    expect(press('ArrowLeft')).toMatchObject({ kind: 'orbit' });
    expect(press('ArrowLeft', { shiftKey: true })).toMatchObject({ kind: 'pan' });
  });

  it('zoom in and out by factors that undo each other', () => {
    const near = press('+');
    const far = press('-');
    expect(near?.kind === 'zoom' && far?.kind === 'zoom' && near.factor * far.factor).toBeCloseTo(1);
  });

  it('frame everything with Home', () => {
    expect(press('Home')).toEqual({ kind: 'fit' });
  });

  it('leave the browser its own', () => {
    expect(press('+', { ctrlKey: true })).toBeNull();
    expect(press('a')).toBeNull();
    expect(press('Tab')).toBeNull();
  });
});
