import type { Form } from '#core/form/define-form.ts';
import { limitsMessages } from '../messages/en/limits.ts';
import { formatDateTime } from '../messages/date-format.ts';
import { useMessages } from '../messages/locale.ts';
import { entriesPath } from '../page-paths.ts';
import { Link } from '../ui/navigation.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';

type Props = {
  readonly form: Form;
  readonly opening: 'before' | 'after';
  /** Whether something has been typed, and is kept. */
  readonly hasDraft: boolean;
};

/** Instead of a form that cannot be filled in now: when it opens, or when it closed. */
export default function ClosedForm({ form, opening, hasDraft }: Props) {
  const messages = useMessages('limits', limitsMessages);
  const { opens = '', closes = '' } = form.limits ?? {};
  const isBefore = opening === 'before';
  const heading = isBefore
    ? messages.opensOn(formatDateTime(opens, 'long'))
    : messages.closedOn(formatDateTime(closes, 'long'));
  return (
    <Page heading={form.title} title={form.title} lead={form.introduction}>
      <output className="draft-notice">
        <Notice tone="waiting" heading={heading}>
          {isBefore ? messages.comeBack : messages.noMore}
        </Notice>
      </output>
      {hasDraft && <p>{messages.draftIsKept}</p>}
      <p>
        <Link href={entriesPath(form.id)}>{messages.myEntries}</Link>
      </p>
    </Page>
  );
}
