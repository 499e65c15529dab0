import type { Database, StoredTransfer } from '../../device/device-database.ts';
import { deleteFile } from '../../device/file-pieces.ts';

/** The files that wait to be sent, each for the entry that refers to it. */
export type TransferStore = {
  /** One person's, oldest first. */
  of(author: string): Promise<readonly StoredTransfer[]>;
  update(transfer: StoredTransfer): Promise<void>;
  /** The file has arrived, or nobody awaits it any more: its bytes are deleted, unless another entry awaits them. */
  finish(transfer: StoredTransfer): Promise<void>;
};

export function createTransferStore(database: Database): TransferStore {
  return {
    of: (author) => database((it) => it.getAllFromIndex('transfers', 'author', author)),
    async update(transfer) {
      await database(async (it) => {
        const { store, done } = it.transaction('transfers', 'readwrite');
        // It may have been withdrawn meanwhile.
        if ((await store.getKey(keyOf(transfer))) !== undefined) await store.put(transfer);
        await done;
      });
    },
    async finish(transfer) {
      const { file } = transfer;
      await database(async (it) => {
        const stores = ['transfers', 'files', 'filePieces'] as const;
        const transaction = it.transaction(stores, 'readwrite', { durability: 'strict' });
        const transfers = transaction.objectStore('transfers');
        await transfers.delete(keyOf(transfer));
        if ((await transfers.index('file').count(file)) === 0) {
          const files = transaction.objectStore('files');
          void deleteFile(files, transaction.objectStore('filePieces'), file);
        }
        await transaction.done;
      });
    },
  };
}

function keyOf({ author, entry, file }: StoredTransfer): [string, string, string] {
  return [author, entry, file];
}
