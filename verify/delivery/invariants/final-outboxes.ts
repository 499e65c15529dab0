import { canonicalJson } from '#core/values/canonical-json.ts';
import type { Invariant } from './invariant.ts';

export const nothingBlocked: Invariant = {
  name: 'I9',
  promise: 'an outbox is empty, or shows what its author can do',
  check: ({ outboxes }) =>
    outboxes.flatMap(({ device, result, changes, transfers }) => [
      ...(result?.is === 'done'
        ? []
        : [{ why: `${device} is not done: ${JSON.stringify({ result, transfers })}` }]),
      ...changes.flatMap(({ entry, kind, status }) => {
        // Changes that follow a refused one wait with it.
        const isClear = changes.some(
          (it) =>
            it.entry === entry && it.status.is === 'attention' && it.status.problem.code !== '',
        );
        if (status.is === 'delivered' || isClear) return [];
        return [{ entry, why: `the ${kind} on ${device} is still ${status.is}` }];
      }),
    ]),
};

export const reportedAsStored: Invariant = {
  name: 'I10',
  promise: 'what a device learned equals what the table stored at that version',
  check: ({ history, outboxes, byId, replayed }) => {
    const fromResponses = history.sent.map(({ device, answer }) => ({
      device,
      reported: answer?.ok ? answer.value : undefined,
    }));
    // Erasing an entry removes the device's copy of it, and its author may undo the erasure.
    const isErased = (device: string, id: string) =>
      history.actions.some((it) => it.kind === 'erase' && it.entry === id && it.device === device);
    const kept = outboxes.flatMap(({ device, changes }) =>
      changes
        .filter(({ entry }) => !isErased(device, entry))
        .map(({ status }) => ({
          device,
          reported: status.is === 'delivered' ? status.apiEntry : undefined,
        })),
    );
    return [...fromResponses, ...kept].flatMap(({ device, reported }) => {
      if (!reported) return [];
      const { id, version, answers, createdAt, updatedAt } = reported;
      const [row] = byId.get(id) ?? [];
      if (row?.erased) return [];
      const then = row && replayed.get(row)?.versions[version - 1];
      const there = canonicalJson([then?.answers, row?.createdAt, then?.at]);
      return there === canonicalJson([answers, createdAt, updatedAt])
        ? []
        : [{ entry: id, why: `${device} learned another version ${version}` }];
    });
  },
};
