import type { ListedForm } from '#core/form/listed-form.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { entriesPath, pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { home } from '../../messages/en/home.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = {
  readonly form: ListedForm;
  /** ISO 8601, if this device knows. */
  readonly lastSent: string | undefined;
  /** Under the heading of a group. */
  readonly isNamed: boolean;
};

/** A link to a form, and how far the person is with it, if they are. */
export function FormCard({ form, lastSent, isNamed }: Props) {
  const messages = useMessages('home', home);
  const { id, title, introduction } = form;
  const Heading = isNamed ? 'h3' : 'h2';
  return (
    <li className="card form-card">
      <Heading className="form-title">
        <Link href={pathTo.fill(id)}>{title}</Link>
      </Heading>
      {introduction && <p className="form-introduction">{introduction}</p>}
      <Waiting form={id} />
      {lastSent && (
        <p className="form-state">
          <Link href={entriesPath(id)}>
            <span>{`${messages.lastSent} `}</span>
            <LocalTime at={lastSent} only="date" />
          </Link>
        </p>
      )}
    </li>
  );
}

function Waiting({ form }: { readonly form: string }) {
  const messages = useMessages('home', home);
  const { changes = [] } = useOutbox();
  const ofForm = changes.filter((it) => it.form === form && isUndelivered(it));
  if (ofForm.length === 0) return null;
  const refused = ofForm.filter(({ status }) => status.is === 'attention').length;
  return (
    <p className="form-state">
      <Link href={pathTo.outbox()}>
        <span>{messages.waiting(ofForm.length)}</span>
        {refused > 0 && <span>{messages.needYou(refused)}</span>}
      </Link>
    </p>
  );
}
