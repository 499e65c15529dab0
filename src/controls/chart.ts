import type { ComponentType } from 'react';
import type { Control, Options } from '#core/form/field.ts';
import type { Tally } from '#core/summary/tally.ts';

/** Draws the answers of many people to one field. */
export type Chart = ComponentType<ChartProps>;

export type ChartProps = {
  readonly label: string;
  readonly control: Control;
  /** The statistics of all answers. */
  readonly tally: Tally | undefined;
  /** What the tally counts one by one, with labels. */
  readonly options: Options | undefined;
  /** The answers that are loaded: perhaps not all. */
  readonly answers: readonly unknown[];
};
