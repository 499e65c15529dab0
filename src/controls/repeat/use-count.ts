import { useEffect, useEffectEvent } from 'react';
import type { ControlNamed, InstanceValue } from '#core/form/field.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';

type Options = {
  readonly control: ControlNamed<'repeat'>;
  readonly all: readonly InstanceValue[];
  readonly evaluation: Evaluation;
  /** Adds instances with nothing in them. */
  readonly add: (missing: number) => void;
};

type Count = {
  /** How many instances an answer asks for; `undefined` if it is not known, or if no answer says so. */
  readonly count: number | undefined;
  /** The question whose answer it is. A calculated value has none. */
  readonly countLabel: string | undefined;
  readonly shown: readonly InstanceValue[];
  /** How many are not shown, but kept. */
  readonly surplus: number;
};

/** Where an answer says how many instances there are: adds those that are missing, and hides those too many. */
export function useCount({ control, all, evaluation, add }: Options): Count {
  const { count: name, max } = control;
  const given = name === undefined ? undefined : evaluation.answersSoFar[name];
  const count =
    typeof given === 'number' ? Math.min(Math.max(Math.floor(given), 0), max) : undefined;
  const shown = name === undefined ? all : all.slice(0, count ?? 0);
  const missing = (count ?? 0) - all.length;
  const fill = useEffectEvent(add);
  useEffect(() => {
    if (missing > 0) fill(missing);
  }, [missing]);
  return {
    count,
    countLabel: name === undefined ? undefined : evaluation.field(name)?.label,
    shown,
    surplus: all.length - shown.length,
  };
}
