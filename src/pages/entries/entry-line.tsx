import type { Ref } from 'react';
import { filesIn } from '#core/files/files-in.ts';
import { pathTo } from '../../page-paths.ts';
import { useFieldsLoaded } from '../../form/use-fields-loaded.ts';
import { lazyPart, Nothing } from '../../ui/lazy-part.tsx';
import { Link } from '../../ui/navigation.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { entrySummary } from '../entry/entry-summary.ts';
import { EntryStatus } from '../entry/entry-status.tsx';
import type { EntryOfForm } from './entry-filter.ts';

const LinePicture = lazyPart(() => import('./line-picture.tsx'), { Missing: Nothing });

type Props = EntryOfForm & {
  /** On the page of withdrawn entries. */
  readonly isFromWithdrawn: boolean;
  readonly link: Ref<HTMLAnchorElement> | undefined;
};

/** An entry in one line, all of which leads to its page: what it is, its form, its date and its status. */
export function EntryLine({ form, opened, entry, isFromWithdrawn, link }: Props) {
  const summary = entrySummary(opened, entry);
  useFieldsLoaded(opened, summary.names);
  const { filesArrived = [] } = entry.apiEntry ?? {};
  const picture = filesIn(entry.answers).find(
    ({ id, type }) => type.startsWith('image/') && filesArrived.includes(id),
  );
  return (
    <li className="entry-line">
      <Link href={pathTo.entry(form.id, entry.id)} ref={link}>
        {picture && <LinePicture form={form.id} id={entry.id} file={picture.id} />}
        <bdi>{summary.text || form.title}</bdi>
      </Link>
      <span className="entry-form">{form.title}</span>
      <span className="entry-date">
        <LocalTime at={entry.at} only="date" />
      </span>
      <EntryStatus entry={entry} isFromWithdrawn={isFromWithdrawn} />
    </li>
  );
}
