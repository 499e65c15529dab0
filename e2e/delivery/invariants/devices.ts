import { canonicalJson } from '#core/canonical-json.ts';
import type { Invariant } from './invariant.ts';

export const nothingStuck: Invariant = {
  name: 'I9',
  says: 'an outbox is empty, or says what its author can do',
  check: ({ outboxes }) =>
    outboxes.flatMap(({ device, drained, parcels }) => [
      ...(drained?.is === 'done' ? [] : [{ why: `${device} is not done: ${drained?.is}` }]),
      ...parcels.flatMap(({ entry, does, stand }) => {
        // What was built on something refused waits with it.
        const isClear = parcels.some(
          (it) => it.entry === entry && it.stand.is === 'attention' && it.stand.refusal.code !== '',
        );
        if (stand.is === 'delivered' || isClear) return [];
        return [{ entry, why: `the ${does} on ${device} is still ${stand.is}` }];
      }),
    ]),
};

export const toldAsStored: Invariant = {
  name: 'I10',
  says: 'what a device was told is what the table held at that version',
  check: ({ history, outboxes, byId, retold }) => {
    const heard = history.sent.map(({ device, answer }) => ({
      device,
      told: answer?.ok ? answer.value : undefined,
    }));
    // Who erases an entry takes away what this device was told of it, and may change their mind.
    const isErased = (device: string, id: string) =>
      history.meant.some((it) => it.does === 'erase' && it.entry === id && it.device === device);
    const kept = outboxes.flatMap(({ device, parcels }) =>
      parcels
        .filter(({ entry }) => !isErased(device, entry))
        .map(({ stand }) => ({
          device,
          told: stand.is === 'delivered' ? stand.told : undefined,
        })),
    );
    return [...heard, ...kept].flatMap(({ device, told }) => {
      if (!told) return [];
      const { id, version, answers, createdAt, updatedAt } = told;
      const [row] = byId.get(id) ?? [];
      if (row?.erased) return [];
      const then = row && retold.get(row)?.versions[version - 1];
      const there = canonicalJson([then?.answers, row?.createdAt, then?.at]);
      return there === canonicalJson([answers, createdAt, updatedAt])
        ? []
        : [{ entry: id, why: `${device} was told another version ${version}` }];
    });
  },
};
