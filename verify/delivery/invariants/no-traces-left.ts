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
        const since = about.filter((it) => it.at > at);
        // A change from another device was refused, and its author submitted it as a new entry.
        const isSentAgain = since.some(({ kind }) => kind === 'try again');
        const here = since.filter((it) => it.device === device).map(({ kind }) => kind);
        // The erasure itself can be discarded while it is queued.
        const isBroughtBack = here.includes('import') || here.includes('discard');
        const isErased = history.sent.some(
          (it) => it.change.entry === entry && it.change.kind === 'erase' && outcomeOf(it) === 'ok',
        );
        const there = [...rows].filter(([key]) => key.endsWith(`#${entry}`) || !isSentAgain);
        return [
          ...(isSentAgain || isBroughtBack
            ? []
            : tracesOf(about, disks.get(device) ?? '', `on ${device}`)),
          ...(isErased ? there.flatMap(([key, it]) => tracesOf(about, it, `in ${key}`)) : []),
        ];
      }),
};

function tracesOf(actions: readonly UserAction[], text: string, where: string): readonly Breach[] {
  return actions.flatMap(({ entry, form, answers = {} }) =>
    uniqueTextFields(form)
      .map((field) => answers[field])
      .filter((it) => typeof it === 'string' && text.includes(it))
      .map((it) => ({ entry, why: `“${String(it)}” lies ${where}` })),
  );
}
