import type { FieldFilter } from '../filter.ts';

export const optionsFilter: FieldFilter = (control) =>
  'options' in control ? control.options : undefined;
