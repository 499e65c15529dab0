import type { EntryKey, StoredEntry } from '#core/entries/store/entry-store.ts';
import { inCurrentVersion } from '#core/form/current-entry.ts';
import type { Form } from '#core/form/define-form.ts';
import { isNoticeWanted } from '#core/form/form-functions.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import { digest } from '../digest.ts';
import type { Item } from '../entries/dynamo-table.ts';
import { entryKeyOf, itemKind } from '../entries/entry-item.ts';
import type { FailedMail, Mail } from './compose-mails.ts';
import { composeNotice } from './compose-notice.ts';

/** Tells the owners of a form of new entries, if the form says so. */
export type Notices = {
  /** The mails about a new entry, one for each owner. */
  mailsFor(
    form: Form,
    entry: StoredEntry,
    onFormError?: OnFormError,
  ): Promise<readonly (Mail | FailedMail)[]>;
};

type Deps = {
  /** The addresses of those who get mail about a form. */
  readonly recipientsOf: (form: string) => Promise<readonly string[]>;
  /** The address of the app, with which links begin. */
  readonly app: string;
};

const kind = 'notice';

export function createNotices({ recipientsOf, app }: Deps): Notices {
  return {
    async mailsFor(form, stored, onFormError) {
      if (form.notify?.newEntry === undefined) return [];
      const entry = inCurrentVersion(form, stored, onFormError);
      const wanted = isNoticeWanted(form, entry, onFormError);
      if (wanted.ok && !wanted.value) return [];
      return (await recipientsOf(form.id)).flatMap((to): readonly (Mail | FailedMail)[] => {
        const recipient = digest(to);
        if (!wanted.ok) return [{ kind, recipient, hasFailed: true }];
        const mail = composeNotice({ form, entry: stored, to, app });
        return mail ? [{ kind, recipient, ...mail }] : [];
      });
    },
  };
}

/** The entry that an item of the table says was released, if it is such an item. */
export function releasedEntryIn(item: Item): EntryKey | undefined {
  return itemKind(item) === 'released' ? entryKeyOf(item) : undefined;
}
