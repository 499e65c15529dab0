import type { Control, Held } from '#core/field.ts';

/** A field on the page: what is asked, what its control holds, and what is wrong with that. */
export type Question<C extends Control = Control> = {
  /** Of the first element that takes the focus. */
  readonly id: string;
  /** Of its boxes. Not the field's: a form in the browser has each under its name, in the place of its own members. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly optional: boolean;
  readonly complaint: string | undefined;
  readonly control: C;
  readonly held: Held | undefined;
  readonly onHeld: (held: Held) => void;
};

export type ControlNamed<Is extends Control['is']> = Extract<Control, { readonly is: Is }>;

export function questionId(field: string): string {
  return `answer-${field}`;
}

/** The ids of what explains a control, of those that are on the page. */
export function describedBy({
  id,
  hint,
  complaint,
}: Pick<Question, 'id' | 'hint' | 'complaint'>): string | undefined {
  const ids = [hint && `${id}-hint`, complaint && `${id}-complaint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** A kept draft may be older than the form: what a control cannot hold, it does not hold. */
export function heldText(held: Held | undefined): string {
  return typeof held === 'string' ? held : '';
}

/** An empty box is written into as the page is read; what is in it has the direction of its own letters. */
export function directionIn(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}

export function heldList(held: Held | undefined): readonly string[] {
  return Array.isArray(held) ? held : [];
}

export function heldParts(held: Held | undefined): { readonly [part: string]: string } {
  return typeof held === 'object' && !Array.isArray(held)
    ? (held as { readonly [part: string]: string })
    : {};
}
