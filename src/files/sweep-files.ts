import { filesIn } from '#core/files/files-in.ts';
import type { ControlValue } from '#core/form/field.ts';
import type { Database } from '../device/device-database.ts';
import { deleteFile } from '../device/file-pieces.ts';
import type { Vault } from '../device/vault.ts';
import { unsealedDraft } from '../drafts/create-drafts.ts';

type Deps = { readonly database: Database; readonly vault: Vault; readonly now: () => number };

/** Milliseconds: by then a removal is no longer undone, and a draft is stored. */
const grace = 60 * 60_000;

/** Deletes the bytes that no draft, change or transfer refers to. */
export async function sweepFiles({ database, vault, now }: Deps): Promise<void> {
  const stored = await database((it) => it.getAll('files'));
  const old = stored.filter(({ keptAt }) => Math.abs(now() - keptAt) > grace);
  if (old.length === 0) return;
  const typed = new Set<string>();
  for (const record of await database((it) => it.getAll('drafts'))) {
    const draft = await unsealedDraft(vault, record);
    for (const id of filesInValues(draft?.controlValues ?? {})) typed.add(id);
  }
  const unused = old.filter(({ id }) => !typed.has(id));
  await database(async (it) => {
    const transaction = it.transaction(['files', 'filePieces', 'transfers'], 'readwrite');
    for (const { id } of unused) {
      // A change may have been queued meanwhile.
      const isAwaited = await transaction.objectStore('transfers').index('file').count(id);
      if (isAwaited > 0) continue;
      const files = transaction.objectStore('files');
      void deleteFile(files, transaction.objectStore('filePieces'), id);
    }
    await transaction.done;
  });
}

type Values = { readonly [field: string]: ControlValue };

/** The ids of the files in what somebody is typing, inside repeats too. */
function filesInValues(values: Values): readonly string[] {
  const inside = Object.values(values).flatMap((it) =>
    Array.isArray(it)
      ? it.flatMap((each: { readonly values?: Values }) => filesInValues(each?.values ?? {}))
      : [],
  );
  return [...filesIn(values).map(({ id }) => id), ...inside];
}
