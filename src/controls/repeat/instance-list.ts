import type { ControlValue, InstanceValue } from '#core/form/field.ts';

type Instances = readonly InstanceValue[];

export function withoutInstance(all: Instances, id: string): Instances {
  return all.filter((it) => it.id !== id);
}

export function withInstanceAt(all: Instances, instance: InstanceValue, at: number): Instances {
  return all.toSpliced(at, 0, instance);
}

/** One place up (-1) or down (1), if there is one. */
export function movedBy(all: Instances, id: string, by: 1 | -1): Instances {
  const from = all.findIndex((it) => it.id === id);
  const [moved, other] = [all[from], all[from + by]];
  return moved && other ? all.with(from, other).with(from + by, moved) : all;
}

type Typed = {
  /** The instance's id. */
  readonly instance: string;
  readonly name: string;
  readonly controlValue: ControlValue;
};

export function withTyped(all: Instances, { instance, name, controlValue }: Typed): Instances {
  return all.map((it) =>
    it.id === instance ? { ...it, values: { ...it.values, [name]: controlValue } } : it,
  );
}

/** Whether nothing has been typed in it. */
export function isUntouched({ values }: InstanceValue): boolean {
  return Object.keys(values).length === 0;
}
