import { diary, textsOf } from '../asked.ts';
import { outcomeOf, type Meant } from '../history.ts';
import type { Breach, Invariant } from './invariant.ts';

export const secretsNowhere: Invariant = {
  name: 'secrets nowhere',
  says: 'what must not lie on a device lies on none',
  check: ({ history, disks }) => {
    const secrets = history.meant.filter(({ form }) => form === diary.id);
    const seen = history.glimpses.map(({ device, text }) => [device, text] as const);
    return [...disks, ...seen].flatMap(([device, text]) => tracesOf(secrets, text, `on ${device}`));
  },
};

export const erasedNowhere: Invariant = {
  name: 'erased nowhere',
  says: 'what was erased is neither in the table nor on the device it was erased from',
  check: ({ history, disks, rows }) =>
    history.meant
      .filter(({ does, saved }) => does === 'erase' && saved)
      .flatMap(({ at, entry, device }) => {
        const about = history.meant.filter((it) => it.entry === entry);
        const since = about.filter((it) => it.at > at);
        // What another device had not sent yet was refused there, and its author sent it as a new entry.
        const isSentAnew = since.some(({ does }) => does === 'try again');
        const here = since.filter((it) => it.device === device).map(({ does }) => does);
        // Also the erasure itself can be given up, as long as it waits.
        const isBroughtBack = here.includes('take in') || here.includes('discard');
        const isErased = history.sent.some(
          (it) => it.parcel.entry === entry && it.parcel.does === 'erase' && outcomeOf(it) === 'ok',
        );
        const there = [...rows].filter(([key]) => key.endsWith(`#${entry}`) || !isSentAnew);
        return [
          ...(isSentAnew || isBroughtBack
            ? []
            : tracesOf(about, disks.get(device) ?? '', `on ${device}`)),
          ...(isErased ? there.flatMap(([key, it]) => tracesOf(about, it, `in ${key}`)) : []),
        ];
      }),
};

function tracesOf(meant: readonly Meant[], text: string, where: string): readonly Breach[] {
  return meant.flatMap(({ entry, form, answers = {} }) =>
    textsOf(form)
      .map((field) => answers[field])
      .filter((it) => typeof it === 'string' && text.includes(it))
      .map((it) => ({ entry, why: `“${String(it)}” lies ${where}` })),
  );
}
