import type { Control } from './field.ts';

/** The numbers of a scale as texts, by which answers are counted and filtered; none for another control. */
export function scaleValues(control: Control): readonly string[] {
  if (!('min' in control) || !('max' in control)) return [];
  const { min = 0, max = -1 } = control;
  return Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
}
