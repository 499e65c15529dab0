import { useState } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo, withQuery, type PagePath } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { CopyLink } from '../copy-link.tsx';
import { useMay } from '../roles/own-roles.ts';
import { openRow } from '../open-row.ts';
import { lastWeekOf } from './last-week.ts';
import { toReview } from '../filters/response-filter.ts';
import { countToReview } from './to-review.ts';
import { timeAgo } from './time-ago.ts';
import type { NewCount } from './use-new-counts.ts';
import { useOwnZone } from '../settings/with-settings.tsx';
import { daysIn } from '../time-zone/days-in-zone.ts';
import { utc, type Zone } from '../time-zone/zones.ts';
import { WeekBars } from './week-bars.tsx';
import './forms-table.css';
import './forms-on-phone.css';

type Props = {
  readonly forms: readonly ListedForm[];
  readonly summaries: ReadonlyMap<string, Summary>;
  readonly newCounts: ReadonlyMap<string, NewCount>;
  readonly isLoading: boolean;
};

/** One line a form. */
export function FormsTable({ forms, summaries, newCounts, isLoading }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { daysInUtc } = useMessages('table', tableMessages);
  const [now] = useState(() => Date.now());
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- keys have the link in each row
    <table className="forms-table" aria-busy={isLoading} onClick={openRow}>
      <caption className="visually-hidden">{messages.responses}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.form}</th>
          <th scope="col">{messages.responses}</th>
          <th scope="col" title={daysInUtc}>
            {messages.lastDays}
          </th>
          <th scope="col">{messages.lastReceived}</th>
          <th scope="col">
            <span className="visually-hidden">{messages.copyLink}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {forms.map((form) => (
          <tr key={form.id}>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link in it is its text */}
            <th scope="row">
              <Link href={pathTo.responses(form.id)}>{form.title}</Link>
            </th>
            <Counts
              summary={summaries.get(form.id)}
              form={form.id}
              newCount={newCounts.get(form.id)}
              isLoading={isLoading}
              now={now}
            />
            <td>
              <CopyLink form={form} className="button-quiet" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CountsProps = {
  readonly summary: Summary | undefined;
  readonly form: string;
  readonly newCount: NewCount | undefined;
  readonly isLoading: boolean;
  readonly now: number;
};

function Counts({ summary, form, newCount, isLoading, now }: CountsProps) {
  const mayReview = useMay(form, 'reviewer');
  const messages = useMessages('responses', responsesMessages);
  const zone = useOwnZone();
  const number = (count: number, isAtLeast: boolean) =>
    isAtLeast ? messages.atLeast(formatNumber(count)) : formatNumber(count);
  if (!summary)
    return (
      <>
        <td data-label={messages.responses}>{isLoading ? '…' : '?'}</td>
        <td colSpan={2}>{'\u00A0'}</td>
      </>
    );
  const { count, complete, newestAt } = summary;
  const week = lastWeekOf(summary, now);
  const waiting = countToReview(summary);
  if (count === 0)
    return (
      <>
        <td data-label={messages.responses}>{formatNumber(0)}</td>
        <td colSpan={2}>
          <span className="hint">{messages.noResponses}</span>
        </td>
      </>
    );
  return (
    <>
      <td data-label={messages.responses}>
        <span>{number(count, !complete)}</span>
        {newCount && newCount.count > 0 && (
          <Link
            className="new-responses"
            href={responsesOf(form, newCount.since && sinceDay(newCount.since, zone))}
          >
            {messages.newResponses(number(newCount.count, newCount.count >= count && !complete))}
          </Link>
        )}
        {mayReview && waiting > 0 && (
          <Link className="new-responses" href={responsesOf(form, { state: toReview })}>
            {messages.responsesToReview(number(waiting, !complete))}
          </Link>
        )}
      </td>
      <td data-label={messages.lastDays}>
        <WeekBars counts={week.counts} />
        <span>{number(week.total, week.isAtLeast)}</span>
      </td>
      <td>
        {newestAt && (
          <time dateTime={newestAt} title={newestAt}>
            {timeAgo(newestAt, now) ?? messages.justNow}
          </time>
        )}
      </td>
    </>
  );
}

/** From the day, by the zone, in which a day of UTC begins: nothing new is left out. */
function sinceDay(day: string, zone: Zone): Readonly<Record<string, string>> {
  const from = daysIn(zone)(`${day}T00:00:00.000Z`);
  return { from, ...(zone !== utc && { zone }) };
}

/** A form's responses with a filter, if there is one. */
function responsesOf(form: string, filter: Readonly<Record<string, string>> | ''): PagePath {
  const path = pathTo.responses(form);
  return filter ? withQuery(path, new URLSearchParams(filter)) : path;
}
