import { openRoutes, type RouteName } from '#core/api/api-routes.ts';
import { write, type Database } from './device-database.ts';
import type { Vault } from './vault.ts';

/** The tokens of the personal links that were opened on this device. Encrypted, as drafts are. */
export type PersonalLinks = {
  /** That of the link that was opened last for a form, by this author or before anybody had signed in. */
  readonly tokenOf: (author: string, form: string) => Promise<string | undefined>;
  /** Those of all forms that this author has opened. */
  readonly tokensOf: (author: string) => Promise<readonly string[]>;
  /** If the disk is full or blocked, it lasts as long as the page. */
  keep(author: string, form: string, token: string): Promise<void>;
};

type Deps = {
  readonly database: Database;
  readonly vault: Vault;
  /** Those that were opened in this tab, by author and form. */
  readonly inThisTab: Map<string, string>;
};

/** Whether a route is for whoever has a personal link. */
export function isForInvited(name: RouteName): boolean {
  return openRoutes.some((it) => it === name);
}

export function createPersonalLinks({ database, vault, inThisTab }: Deps): PersonalLinks {
  async function stored(author: string, form: string): Promise<string | undefined> {
    const copy = await database((it) => it.get('copies', [author, linkOf(form)]));
    const token = copy && (await vault.open(author, copy.sealed));
    return typeof token === 'string' ? token : undefined;
  }

  return {
    async tokenOf(author, form) {
      const own = (of: string) =>
        inThisTab.get(JSON.stringify([of, form])) ?? stored(of, form).catch(() => undefined);
      return (await own(author)) ?? own('');
    },
    async tokensOf(author) {
      const copies = await database((it) => it.getAll('copies')).catch(() => []);
      const links = copies.filter((it) => it.author === author && it.of.endsWith(linkSuffix));
      const opened = await Promise.all(links.map(({ sealed }) => vault.open(author, sealed)));
      const own = [...inThisTab].filter(([key]) => (JSON.parse(key) as string[])[0] === author);
      const tokens = [...opened, ...own.map(([, token]) => token)];
      return [...new Set(tokens.filter((it) => typeof it === 'string'))];
    },
    async keep(author, form, token) {
      inThisTab.set(JSON.stringify([author, form]), token);
      try {
        const sealed = await vault.seal(author, token);
        const copy = { author, of: linkOf(form), sealed };
        await database((it) => write(it, 'copies', (store) => store.put(copy)));
      } catch {
        // It is in this tab, and the link can be opened again.
      }
    },
  };
}

/** The key in the database, beside the lists of the form's entries. */
function linkOf(form: string): string {
  return form + linkSuffix;
}

const linkSuffix = ' link';
