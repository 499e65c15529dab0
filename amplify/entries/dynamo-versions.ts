import type { VersionStore } from '#core/versions/version-store.ts';
import type { Table } from './dynamo-table.ts';
import { versionId, versions as kept } from './kinds-beside.ts';

/** The earlier versions of entries, in the table that `resource.ts` declares. */
export function createDynamoVersions(table: Table): VersionStore {
  return {
    async versionsOf(key, versions) {
      if (versions.length === 0) return [];
      // Versions that are far apart have the same key, and a batch has each key once.
      const ids = new Set(versions.map(versionId));
      const items = await table.getAll([...ids].map((it) => kept.key(key, it)));
      return kept.readAll(items).filter(({ version }) => versions.includes(version));
    },

    async copyVersions(from, to) {
      for (const copy of kept.readAll(await kept.items(table, from)))
        // Not over one that was erased there, nor over a newer one.
        await table.put(kept.toItem(to, copy), {
          if: 'attribute_not_exists(pk) OR #version < :version',
          names: { '#version': 'version' },
          values: { ':version': copy.version },
        });
    },
  };
}
