import { diary, uniqueTextFields } from '../people/deployed-forms.ts';
import { outcomeOf, type UserAction } from '../evidence/run-history.ts';
import type { Breach, Invariant } from './invariant.ts';

export const secretsNowhere: Invariant = {
  name: 'secrets nowhere',
  promise: 'no sensitive answers are stored on a device',
  check: ({ history, disks }) => {
    const secrets = history.actions.filter(({ form }) => form === diary.id);
    const seen = history.glimpses.map(({ device, text }) => [device, text] as const);
    return [...disks, ...seen].flatMap(([device, text]) => tracesOf(secrets, text, `on ${device}`));
  },
};

export const erasedNowhere: Invariant = {
  name: 'erased nowhere',
  promise: 'erased entries are neither in the table nor on the device that erased them',
  check: ({ history, disks, rows }) =>
    history.actions
      .filter(({ kind, saved }) => kind === 'erase' && saved)
      .flatMap(({ at, entry, device }) => {
        const about = history.actions.filter((it) => it.entry === entry);
        // A change from another device was refused, and its author submitted it as a new entry, before or after.
        const sentAgain = about
          .filter(({ kind }) => kind === 'try again')
          .flatMap(({ answers = {} }) => Object.values(answers));
        const here = about.filter((it) => it.at > at && it.device === device);
        // The erasure itself can be discarded while it is queued.
        const isBroughtBack = here.some(({ kind }) => kind === 'import' || kind === 'discard');
        const isErased = history.sent.some(
          (it) => it.change.entry === entry && it.change.kind === 'erase' && outcomeOf(it) === 'ok',
        );
        const onDevice = tracesOf(about, disks.get(device) ?? '', `on ${device}`, sentAgain);
        const inRows = [...rows].flatMap(([key, row]) =>
          tracesOf(about, row, `in ${key}`, key.endsWith(`#${entry}`) ? [] : sentAgain),
        );
        return [...(isBroughtBack ? [] : onDevice), ...(isErased ? inRows : [])];
      }),
};

function tracesOf(
  actions: readonly UserAction[],
  text: string,
  where: string,
  except: readonly unknown[] = [],
): readonly Breach[] {
  return actions.flatMap((action) =>
    textsOf(action)
      .filter((it) => !except.includes(it) && text.includes(it))
      .map((it) => ({ entry: action.entry, why: `“${it}” lies ${where}` })),
  );
}

function textsOf({ form, answers = {} }: UserAction): readonly string[] {
  return uniqueTextFields(form)
    .map((field) => answers[field])
    .filter((it) => typeof it === 'string');
}
