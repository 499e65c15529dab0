import { useState, type PointerEvent } from 'react';

/** What moves while it is dragged, and the handlers of its handle. */
export type Dragging = {
  readonly dragged: string | undefined;
  readonly handleOf: (value: string) => {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
};

/**
 * Dragging in a list by a handle, with a mouse, a pen or a finger: an item takes the position of the one that it is
 * dragged over.
 * @param onDrag called with the position, counted from 0
 */
export function useDragging(onDrag: (value: string, position: number) => void): Dragging {
  const [dragged, setDragged] = useState<string>();
  const stop = () => setDragged(undefined);
  return {
    dragged,
    handleOf: (value) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.preventDefault();
        // The handle gets the events even where the pointer leaves it.
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(value);
      },
      onPointerMove(event) {
        if (dragged !== value) return;
        const list = event.currentTarget.closest('ol');
        const items = [...(list?.children ?? [])];
        const own = items.findIndex((it) => it.contains(event.currentTarget));
        const over = items.findIndex((it) => isOver(it, event.clientY));
        if (over >= 0 && over !== own && isPast(items, { own, over, y: event.clientY }))
          onDrag(value, over);
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    }),
  };
}

function isOver(item: Element, y: number): boolean {
  const { top, bottom } = item.getBoundingClientRect();
  return y >= top && y < bottom;
}

type Crossing = { readonly own: number; readonly over: number; readonly y: number };

/** Whether the pointer would still be in the item after the swap: otherwise items of different heights would flicker. */
function isPast(items: readonly Element[], { own, over, y }: Crossing): boolean {
  const [item, other] = [items[own], items[over]].map((it) => it?.getBoundingClientRect());
  if (!item || !other) return false;
  return over > own ? y > other.bottom - item.height : y < other.top + item.height;
}
