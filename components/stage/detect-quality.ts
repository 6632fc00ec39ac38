import type { StageQuality } from './types';

/** Drawn by the processor: SwiftShader (tests, remote desktops), llvmpipe, Windows' basic driver. */
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

let detected: StageQuality | 'none' | undefined;

function probe(): StageQuality | 'none' {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'none';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (SOFTWARE.test(renderer)) return 'low';
  // Phones and tablets: fine pixels, small batteries.
  return matchMedia('(pointer: coarse)').matches ? 'medium' : 'high';
}

/** What this device can draw well; `none` where it has no WebGL 2 at all. Asked once per page. */
export function detectQuality(): StageQuality | 'none' {
  detected ??= probe();
  return detected;
}
