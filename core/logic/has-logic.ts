import type { Questions } from '../form/field.ts';

/** Whether what a form asks and stores depends on anything but each answer alone. */
export function hasLogic({ fields, ...rest }: Questions): boolean {
  const { calculate, when, bounds, defaults, offered, rules, pages = [], sections = [] } = rest;
  const own = [calculate, when, bounds, defaults, offered, rules];
  return (
    own.some((it) => it !== undefined) ||
    [...pages, ...sections].some((it) => it.when) ||
    Object.values(fields).some(({ instances }) => instances && hasLogic(instances))
  );
}
