import type { Form } from '#core/form.ts';
import { own } from '#core/own.ts';
import type { Result } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import { useLoaded } from '../form/use-loaded.ts';
import { translateOf } from '../pages/verbatim.ts';
import { desk } from '../words/en/desk.ts';
import { numberInWords } from '../words/formats.ts';
import { momentInUtc } from '../words/moments.ts';
import { useWords } from '../words/speech.ts';
import type { Opened } from './desk-api.ts';
import { inWords } from './in-words.ts';
import { mailInWords } from './mail-in-words.ts';
import type { Response } from './response.ts';
import { inTodaysForm, unaskedOf } from './unasked.ts';

type Props = {
  readonly form: Form;
  readonly response: Response;
  readonly mail: Result<Opened, Failure> | undefined;
};

/** What was answered, and all that is known about it. */
export function ResponseFacts({ form, response: told, mail }: Props) {
  const words = useWords('desk', desk);
  useLoaded(form);
  const response = inTodaysForm(form, told);
  const { answers, createdAt, updatedAt, username, version, formVersion, receipt, id } = response;
  return (
    <>
      <h3>{words.answers}</h3>
      <dl className="facts">
        {Object.entries(form.fields).map(([name, field]) => (
          <Fact key={name} label={field.label} translate={translateOf(field)}>
            {inWords(field, (answers as Record<string, unknown>)[name]) || (
              <span className="hint">{words.notAnswered}</span>
            )}
          </Fact>
        ))}
        {[...unaskedOf(form, response)].map(([name, answer]) => (
          <Fact key={name} label={words.notAsked(name)}>
            {answer}
          </Fact>
        ))}
      </dl>
      <h3>{words.about}</h3>
      <dl className="facts">
        <Fact label={words.received}>
          <time dateTime={createdAt}>{momentInUtc(createdAt)}</time>
        </Fact>
        {updatedAt !== createdAt && (
          <Fact label={words.changed}>
            <time dateTime={updatedAt}>{momentInUtc(updatedAt)}</time>
          </Fact>
        )}
        <Fact label={words.username} translate="no">
          {username}
        </Fact>
        {form.confirmation && <Fact label={words.mail}>{mailOf(mail, words)}</Fact>}
        <Fact label={words.version}>{numberInWords(version)}</Fact>
        <Fact label={words.formVersion}>{numberInWords(formVersion)}</Fact>
        <Fact label={words.id} translate="no">
          {id}
        </Fact>
      </dl>
      {Object.keys(receipt).length > 0 && (
        <>
          <h3>{words.receipt}</h3>
          <dl className="facts">
            {Object.entries(receipt).map(([name, value]) => (
              <Fact key={name} label={own(form.receiptWords, name) ?? name}>
                {typeof value === 'string' ? value : JSON.stringify(value)}
              </Fact>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function mailOf(mail: Props['mail'], words: typeof desk): string {
  if (!mail) return '…';
  return mail.ok ? mailInWords(mail.value.mail, words) : words.mailUnknown;
}

type FactProps = {
  readonly label: string;
  readonly translate?: 'no' | undefined;
  readonly children: React.ReactNode;
};

function Fact({ label, translate, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto" translate={translate}>
        {children}
      </dd>
    </div>
  );
}
