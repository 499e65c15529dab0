import { useRef, type PointerEvent, type RefObject } from 'react';
import { drawLine, height, width, type Point } from './signature-canvas.ts';

type Options = {
  /** Before the first point is drawn. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
};

/** Draws what a finger, a pen or a mouse does on the canvas. */
export function useStrokes(
  canvas: RefObject<HTMLCanvasElement | null>,
  { onBegin, onEnd }: Options,
) {
  const last = useRef<Point>(undefined);
  const draw = (to: Point) => {
    if (canvas.current) drawLine(canvas.current, last.current ?? to, to);
    last.current = to;
  };
  const end = () => {
    if (!last.current) return;
    last.current = undefined;
    onEnd();
  };
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      onBegin();
      draw(pointOf(event));
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      if (last.current) draw(pointOf(event));
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point {
  const box = currentTarget.getBoundingClientRect();
  return {
    x: ((clientX - box.x) / Math.max(1, box.width)) * width,
    y: ((clientY - box.y) / Math.max(1, box.height)) * height,
  };
}
