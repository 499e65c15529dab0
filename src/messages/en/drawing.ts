import { formatNumber } from '../number-format.ts';

const pointsText = (count: number) => (count === 1 ? '1 point' : `${formatNumber(count)} points`);

/** The control of lines and areas on a map. */
export const drawingMessages = {
  /** @param step a distance */
  help: (step: string) =>
    `Tap to add a point. Arrow keys move the next point by ${step}; hold Shift for bigger steps. Press Enter to add it, + or − to zoom.`,
  add: 'Add this point',
  removeLast: 'Remove the last point',
  undo: 'Put it back',
  /** @param size a length or an area */
  soFar: (count: number, size: string) => `${pointsText(count)}, ${size}`,
  full: (count: number, size: string) =>
    `${pointsText(count)}, ${size}. There can be no more: remove one to add another.`,
  squareMetres: (size: number) => `${formatNumber(size)} m²`,
  hectares: (size: number) => `${formatNumber(size)} ha`,
  squareKilometres: (size: number) => `${formatNumber(size)} km²`,
};
