import type { Invariant } from './invariant.ts';

export const ownRows: Invariant = {
  name: 'I4',
  promise: 'every row belongs to its author, and a list contains exactly its author’s entries',
  check({ history, stored, lists }) {
    const submitter = new Map(
      history.actions
        .filter(({ kind }) => kind === 'submit')
        .map(({ entry, author }) => [entry, author]),
    );
    const strangers = stored.filter(({ id, username, pk }) => {
      const author = submitter.get(id) ?? username;
      return author !== username || pk !== `user#${username}`;
    });
    return [
      ...strangers.map(({ id, pk }) => ({ entry: id, why: `stored as ${pk}’s` })),
      ...[...lists].flatMap(([author, listed]) => {
        const own = stored.filter((it) => it.username === author && !it.deletedAt);
        return differing(
          own.map(({ id }) => id),
          listed,
        ).map((entry) => ({ entry, why: `in the table or in ${author}’s list, not in both` }));
      }),
    ];
  },
};

export function differing(some: readonly string[], others: readonly string[]): readonly string[] {
  const [here, there] = [new Set(some), new Set(others)];
  return [...some.filter((it) => !there.has(it)), ...others.filter((it) => !here.has(it))];
}
