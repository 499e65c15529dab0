import type { Elements } from '../ui/elements.ts';
import type { FillTarget } from './fill-target.ts';
import type { Filling } from './filling.ts';
import type { FormNow } from './form-in-use.ts';
import type { FillingActions } from './use-filling.ts';

/** A form that is being filled in, and what can be done with it. */
export type FormFilling = {
  /** Instead of the one that was given, if a personal link gives answers. */
  readonly target?: FillTarget;
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly now: FormNow;
  /** What to know before filling it in: how many entries it accepts yet. */
  readonly notice: Elements;
};
