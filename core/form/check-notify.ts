import { digestPeriods, noticeLanguages } from './form-notify.ts';
import type { Form } from './define-form.ts';

const parts = ['to', 'newEntry', 'digest', 'timeZone', 'language'];

/** What is wrong with who gets mail about the form's entries. */
export function issuesOfNotify({ notify }: Pick<Form, 'notify'>): readonly string[] {
  if (notify === undefined) return [];
  const given: unknown = notify;
  if (typeof given !== 'object' || given === null)
    return ["notify has to be { to: 'owners', newEntry: true }, or be left out."];
  const { to, newEntry, digest, timeZone, language } = notify;
  const issues = [
    ...Object.keys(notify).map(
      (it) => !parts.includes(it) && `notify cannot have ${it}: it has ${parts.join(', ')}.`,
    ),
    (to as unknown) !== 'owners' && "notify.to can only be 'owners'.",
    newEntry === undefined && digest === undefined && 'notify needs newEntry, digest, or both.',
    newEntry !== undefined &&
      !isNewEntry(newEntry) &&
      'notify.newEntry can be true, or { when }, a function of the answers.',
    digest !== undefined &&
      !digestPeriods.includes(digest) &&
      "notify.digest can be 'daily' or 'weekly'.",
    timeZone !== undefined &&
      !isTimeZone(timeZone) &&
      'notify.timeZone has to be the name of a time zone, such as Europe/Berlin.',
    language !== undefined &&
      !noticeLanguages.includes(language) &&
      "notify.language can be 'en' or 'ar'.",
  ];
  return issues.filter((it) => it !== false);
}

function isNewEntry(it: unknown): boolean {
  if (it === true) return true;
  if (typeof it !== 'object' || it === null || !('when' in it)) return false;
  return typeof it.when === 'function' && Object.keys(it).length === 1;
}

function isTimeZone(it: unknown): boolean {
  if (typeof it !== 'string' || it === '') return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: it }));
  } catch {
    return false;
  }
}
