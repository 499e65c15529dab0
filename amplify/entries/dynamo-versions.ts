import type { VersionStore } from '#core/versions/version-store.ts';
import { mostVersions } from '#core/versions/entry-version.ts';
import type { Table } from './dynamo-table.ts';
import { toVersion, toVersionItem, versionItemKey, versionItems } from './version-items.ts';

/** The earlier versions of entries, in the table that `resource.ts` declares. */
export function createDynamoVersions(table: Table): VersionStore {
  return {
    async versionsOf(key, versions) {
      if (versions.length === 0) return [];
      // Versions that are far apart have the same key, and a batch has each key once.
      const keys = new Map(versions.map((it) => [it % mostVersions, versionItemKey(key, it)]));
      const items = await table.getAll([...keys.values()]);
      const kept = items.map(toVersion).filter((it) => it !== undefined);
      return kept.filter(({ version }) => versions.includes(version));
    },

    async copyVersions(from, to) {
      const copies = (await versionItems(table, from)).map(toVersion);
      for (const copy of copies.filter((it) => it !== undefined))
        // Not over one that was erased there, nor over a newer one.
        await table.put(toVersionItem(to, copy), {
          if: 'attribute_not_exists(pk) OR #version < :version',
          names: { '#version': 'version' },
          values: { ':version': copy.version },
        });
    },
  };
}
