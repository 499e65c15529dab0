/** Whether the device can draw maps: old ones cannot, and some people switch it off. */
export function hasWebGl(): boolean {
  // jsdom has neither.
  if (!('WebGL2RenderingContext' in window)) return false;
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers keep only a few.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
