import { mostAccepted, type FileLimits } from '../files/file-limits.ts';
import { isFileType } from '../files/file-types.ts';
import { isBlank } from '../values/blank.ts';
import type { Control, ControlNamed } from './field.ts';
import { refusedLinks } from './markdown.ts';

type Check<C> = (control: C) => readonly (string | false)[];

/** What can be wrong with a control beside its options and limits. Controls that are not here have nothing else. */
const checks: { readonly [Is in Control['is']]?: Check<ControlNamed<Is>> } = {
  textarea: ({ wordLimit }) => [
    wordLimit !== undefined &&
      !(Number.isSafeInteger(wordLimit) && wordLimit > 0) &&
      `wordLimit is ${wordLimit}: it must be a number of words.`,
  ],
  currency: ({ code, decimals }) => [
    !isCurrency(code) && `its currency, "${code}", is not a code such as EUR.`,
    !(Number.isSafeInteger(decimals) && decimals >= 0 && decimals <= 4) &&
      `it has ${decimals} decimals: use 0 to 4.`,
  ],
  scale: ({ min, max, ends }) => [
    !(Number.isSafeInteger(min) && Number.isSafeInteger(max)) &&
      `it goes from ${min} to ${max}: use whole numbers.`,
    max - min >= mostNumbers &&
      `it has ${max - min + 1} numbers, and more than ${mostNumbers} are hard to choose from: use a slider.`,
    ...issuesOfEnds(ends),
  ],
  slider: ({ min, max, step, ends }) => [
    !(step > 0 && step <= max - min) && `its step is ${step}: use a number from 0 to ${max - min}.`,
    ...issuesOfEnds(ends),
  ],
  address: ({ parts }) => [
    parts.length === 0 && 'it has no parts: give it at least one.',
    new Set(parts.map(({ name }) => name)).size < parts.length && 'it has a part twice.',
  ],
  photo: (control) => [
    ...issuesOfFiles(control),
    !(Number.isSafeInteger(control.longestEdge) && control.longestEdge >= 100) &&
      `its longestEdge is ${control.longestEdge}: use 100 pixels or more.`,
  ],
  file: issuesOfFiles,
  drawing: ({ fewest, most }) => [
    !(Number.isSafeInteger(most) && most >= fewest && most <= mostPoints) &&
      `most is ${most}: use ${fewest} to ${mostPoints} points.`,
  ],
  signature: issuesOfFiles,
  audio: (control) => [
    ...issuesOfFiles(control),
    !(control.longest >= 1 && control.longest <= longestRecording) &&
      `its longest recording is ${control.longest} seconds: use 1 to ${longestRecording}.`,
  ],
  note: ({ text }) => issuesOfText(text),
  acknowledge: ({ text }) => issuesOfText(text),
};

function issuesOfFiles({ types, largest, fewest, most }: FileLimits): readonly (string | false)[] {
  const { largest: largestOfAll, most: mostOfAll } = mostAccepted;
  return [
    types.length === 0 && 'it accepts no type of file: list at least one.',
    !types.every(isFileType) && 'it accepts a type that is not in core/files/file-types.ts.',
    !(Number.isSafeInteger(largest) && largest > 0 && largest <= largestOfAll) &&
      `its largest file has ${largest} bytes: use 1 to ${largestOfAll}.`,
    !(Number.isSafeInteger(fewest) && fewest > 0) && `fewest is ${fewest}: use 1 or more.`,
    !(Number.isSafeInteger(most) && most <= mostOfAll) &&
      `most is ${most}: use ${mostOfAll} or less.`,
  ];
}

/** In seconds. Whoever records for longer has an app for it, and can choose its file. */
const longestRecording = 3600;

/** What a list of points has space for in an entry. */
const mostPoints = 1000;

/** What a row of numbers has space for on a phone. */
const mostNumbers = 11;

/** Checks what a control needs to know. Returns sentences for the form's author. */
export function issuesOfControl(control: Control): readonly (string | false)[] {
  return (checks[control.is] as Check<Control> | undefined)?.(control) ?? [];
}

function issuesOfEnds(ends: readonly string[] = []): readonly (string | false)[] {
  return [ends.some((it) => isBlank(it)) && 'one of its ends is blank: say what it means.'];
}

function issuesOfText(text: unknown): readonly (string | false)[] {
  if (typeof text !== 'string' || isBlank(text))
    return ['its text is missing or blank: it is what people read.'];
  return refusedLinks(text).map(
    (it) => `its text links to "${it}": an address begins with https://, mailto: or tel:.`,
  );
}

/** Whether every engine can format amounts in it. */
function isCurrency(code: unknown): boolean {
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code);
}
