import type { Form } from '#core/form.ts';
import type { Result } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import { Moment } from '../pages/moment.tsx';
import type { Opened } from './desk-api.ts';
import { inWords } from './in-words.ts';
import { mailInWords } from './mail-in-words.ts';
import type { Response } from './response.ts';

type Props = {
  readonly form: Form;
  readonly response: Response;
  readonly mail: Result<Opened, Failure> | undefined;
};

/** What was answered, and all that is known about it. */
export function ResponseFacts({ form, response, mail }: Props) {
  const { answers, createdAt, updatedAt, username, version, formVersion, receipt, id } = response;
  return (
    <>
      <h3>Answers</h3>
      <dl className="facts">
        {Object.entries(form.fields).map(([name, field]) => (
          <Fact key={name} label={field.label}>
            {inWords(field, (answers as Record<string, unknown>)[name]) || (
              <span className="hint">Not answered</span>
            )}
          </Fact>
        ))}
      </dl>
      <h3>About it</h3>
      <dl className="facts">
        <Fact label="Received">
          <Moment at={createdAt} />
        </Fact>
        {updatedAt !== createdAt && (
          <Fact label="Changed">
            <Moment at={updatedAt} />
          </Fact>
        )}
        <Fact label="Username">{username}</Fact>
        {form.confirmation && (
          <Fact label="Confirmation mail">{mail?.ok ? mailInWords(mail.value.mail) : '…'}</Fact>
        )}
        <Fact label="Version">{version}</Fact>
        <Fact label="Version of the form">{formVersion}</Fact>
        <Fact label="Id">{id}</Fact>
      </dl>
      {Object.keys(receipt).length > 0 && (
        <>
          <h3>Receipt</h3>
          <dl className="facts">
            {Object.entries(receipt).map(([name, value]) => (
              <Fact key={name} label={name}>
                {typeof value === 'string' ? value : JSON.stringify(value)}
              </Fact>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
