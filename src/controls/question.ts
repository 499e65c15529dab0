import type { Control, ControlValue } from '#core/form/field.ts';

/** A field on the page: its texts, its control with the current value, and its issue. */
export type Question<C extends Control = Control> = {
  /** The id of the first focusable element. */
  readonly id: string;
  /** The name of its inputs. Not the field's name: named inputs become properties of the form element and could hide its own. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly optional: boolean;
  readonly issue: string | undefined;
  readonly control: C;
  readonly controlValue: ControlValue | undefined;
  readonly onControlValue: (controlValue: ControlValue) => void;
};

export function questionId(field: string): string {
  return `answer-${field}`;
}

/** The ids of the hint and the issue, if they are on the page, for `aria-describedby`. */
export function describedBy({
  id,
  hint,
  issue,
}: Pick<Question, 'id' | 'hint' | 'issue'>): string | undefined {
  const ids = [hint && `${id}-hint`, issue && `${id}-issue`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The text of a text control. A draft may be older than the form and have a value of another type: it is ignored. */
export function textValue(controlValue: ControlValue | undefined): string {
  return typeof controlValue === 'string' ? controlValue : '';
}

export function listValue(controlValue: ControlValue | undefined): readonly string[] {
  return Array.isArray(controlValue) ? controlValue : [];
}

export function partsValue(controlValue: ControlValue | undefined): {
  readonly [part: string]: string;
} {
  return typeof controlValue === 'object' && !Array.isArray(controlValue)
    ? (controlValue as { readonly [part: string]: string })
    : {};
}
