import type { Control, ControlValue, InstanceValue } from '#core/form/field.ts';
import { isRecord } from '#core/values/is-record.ts';

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
  /** A broken soft rule: the answer can be sent all the same. */
  readonly warning?: string | undefined;
  /** The options that nobody can choose now, because their seats are taken. */
  readonly full?: readonly string[];
  /** What to say beside each option, in their order, where their labels are searched. */
  readonly notes?: readonly (string | undefined)[];
  readonly control: C;
  readonly controlValue: ControlValue | undefined;
  readonly onControlValue: (controlValue: ControlValue) => void;
};

/** @param path the field's name; inside a repeat, its path */
export function questionId(path: string): string {
  return idPrefix + path;
}

/** The path of the question with this id. */
export function questionPath(id: string): string {
  return id.slice(idPrefix.length);
}

/** The path of the question that an input with this name belongs to. One of several adds a part: `answer-site.Latitude`. */
export function inputPath(name: string): string {
  return questionPath(name).split('.', 1)[0] ?? '';
}

const idPrefix = 'answer-';

type Described = Pick<Question, 'id' | 'hint' | 'issue' | 'warning'>;

/**
 * The ids of the hint, the issue and the warning, if they are on the page, for `aria-describedby`.
 * @param more ids of what else describes the control
 */
export function describedBy(
  { id, hint, issue, warning }: Described,
  ...more: readonly (string | undefined)[]
): string | undefined {
  const ids = [
    hint && `${id}-hint`,
    issue && `${id}-issue`,
    warning && `${id}-warning`,
    ...more,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What a screen reader says about the input of a question: its descriptions, and whether it is wrong or required. */
export function inputAria(
  question: Described & Pick<Question, 'optional'>,
  ...more: readonly (string | undefined)[]
) {
  return {
    'aria-describedby': describedBy(question, ...more),
    'aria-invalid': Boolean(question.issue),
    'aria-required': !question.optional,
  };
}

/** The text of a text control. A draft may be older than the form and have a value of another type: it is ignored. */
export function textValue(controlValue: ControlValue | undefined): string {
  return typeof controlValue === 'string' ? controlValue : '';
}

export function listValue(controlValue: ControlValue | undefined): readonly string[] {
  return Array.isArray(controlValue) ? controlValue.filter((it) => typeof it === 'string') : [];
}

export function instancesValue(controlValue: ControlValue | undefined): readonly InstanceValue[] {
  return Array.isArray(controlValue) ? controlValue.filter(isInstanceValue) : [];
}

function isInstanceValue(it: unknown): it is InstanceValue {
  return isRecord(it) && typeof it['id'] === 'string' && isRecord(it['values']);
}

export function partsValue(controlValue: ControlValue | undefined): {
  readonly [part: string]: string;
} {
  const parts = isRecord(controlValue) ? Object.entries(controlValue) : [];
  return Object.fromEntries(
    parts.flatMap(([part, it]) => (typeof it === 'string' ? [[part, it]] : [])),
  );
}
