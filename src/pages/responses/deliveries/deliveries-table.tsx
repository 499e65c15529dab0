import { formatDateTime } from '../../../messages/date-format.ts';
import { deliveriesMessages } from '../../../messages/en/deliveries.ts';
import { useMessages } from '../../../messages/locale.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { Link } from '../../../ui/navigation.ts';
import '../../../ui/data-table.css';
import { responsePath } from '../../../ui/response-path.ts';
import { TableFrame } from '../../../ui/table-frame.tsx';
import type { ListedDelivery } from './deliveries-api.ts';
import { outcomeText, stateText } from './delivery-text.ts';

type Props = {
  readonly form: string;
  readonly deliveries: readonly ListedDelivery[];
  readonly isWorking: boolean;
  readonly onSendAgain: (delivery: ListedDelivery) => void;
};

/** A row for each event that a server was sent, or will be. */
export function DeliveriesTable({ form, deliveries, isWorking, onSendAgain }: Props) {
  const messages = useMessages('deliveries', deliveriesMessages);
  return (
    <TableFrame label={messages.heading}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{messages.event}</th>
            <th scope="col">{messages.at}</th>
            <th scope="col">{messages.state}</th>
            <th scope="col">{messages.outcome}</th>
            <th scope="col">{messages.attempts}</th>
            <th scope="col">{messages.receiver}</th>
            <th scope="col">{messages.sendAgain}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((it) => (
            <tr key={it.id}>
              <td>
                <EventName form={form} delivery={it} />
              </td>
              <td>{formatDateTime(it.at)}</td>
              <td>{stateText(it, messages)}</td>
              <td>
                <bdi>{outcomeText(it, messages)}</bdi>
              </td>
              <td>{formatNumber(it.attempts)}</td>
              <td>
                <bdi translate="no">{it.webhook}</bdi>
              </td>
              <td>
                <button
                  className="button-second"
                  type="button"
                  disabled={isWorking}
                  aria-label={messages.sendAgainAbout(
                    messages.events[it.event],
                    formatDateTime(it.at),
                  )}
                  onClick={() => onSendAgain(it)}
                >
                  {messages.sendAgain}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** What happened, as a link to the response that it happened to. */
function EventName({
  form,
  delivery,
}: {
  readonly form: string;
  readonly delivery: ListedDelivery;
}) {
  const messages = useMessages('deliveries', deliveriesMessages);
  const { event, entry, respondent } = delivery;
  const name = messages.events[event];
  if (entry === undefined || respondent === undefined || event === 'erased')
    return <span>{name}</span>;
  return <Link href={responsePath(form, { username: respondent, id: entry })}>{name}</Link>;
}
