import { isFileReference, type FileReference } from '#core/files/file-reference.ts';
import type { ControlValue } from '#core/form/field.ts';

/** The files of a control. A draft may be older than the form and have a value of another type: it is ignored. */
export function filesValue(controlValue: ControlValue | undefined): readonly FileReference[] {
  const list: readonly unknown[] = Array.isArray(controlValue) ? controlValue : [];
  return list.filter(isFileReference);
}
