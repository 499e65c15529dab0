import { use } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { useFieldsLoaded } from '../../../form/use-fields-loaded.ts';
import { RowList } from '../../entry/row-list.tsx';
import type { Elements } from '../../../ui/elements.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useMomentText, ZoneContext } from '../time-zone/zone-context.ts';
import { zoneLabel } from '../time-zone/zones.ts';
import type { OpenedResponse } from '../data/responses-api.ts';
import { missingIn, rowsOfResponse } from '../data/rows-of-response.ts';
import { ResponseFiles } from './response-files.tsx';
import { mailStatusText } from './mail-status-text.ts';
import type { Response } from '../data/response.ts';
import { currentResponse } from '../data/current-response.ts';

type Props = {
  readonly form: Form;
  readonly response: Response;
  readonly mail: Result<OpenedResponse, ApiFailure> | undefined;
  /** After the answers. */
  readonly children: Elements;
};

/** The answers, and everything else known about a response. */
export function ResponseFacts({ form, response: stored, mail, children }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { inZone } = useMessages('table', tableMessages);
  const momentText = useMomentText();
  const zone = use(ZoneContext);
  useFieldsLoaded(form);
  const current = currentResponse(form, stored);
  const { response } = current;
  const { createdAt, updatedAt, savedAt, username, version, formVersion, receipt, id } = response;
  const rows = rowsOfResponse(form, current, messages);
  return (
    <>
      <h3>{messages.answers}</h3>
      <RowList rows={rows} missing={missingIn(messages)} />
      <ResponseFiles form={form.id} response={response} />
      {children}
      <h3>{messages.about}</h3>
      <p className="hint">{inZone(zoneLabel(zone))}</p>
      <dl className="facts">
        <Fact label={messages.received}>
          <time dateTime={createdAt}>{momentText(createdAt)}</time>
        </Fact>
        {response.isLate && (
          <Fact label={messages.late}>
            <span>{messages.whyLate(savedAt === undefined ? '' : momentText(savedAt))}</span>
          </Fact>
        )}
        {updatedAt !== createdAt && (
          <Fact label={messages.changed}>
            <time dateTime={updatedAt}>{momentText(updatedAt)}</time>
          </Fact>
        )}
        <Fact label={messages.reference} translate="no">
          {entryReference(id)}
        </Fact>
        <Fact label={messages.username} translate="no">
          {username}
        </Fact>
        {form.confirmation && (
          <Fact label={messages.mail}>{mailOf(mail, messages, momentText)}</Fact>
        )}
      </dl>
      <details>
        <summary>{messages.technical}</summary>
        <dl className="facts">
          <Fact label={messages.version}>{formatNumber(version)}</Fact>
          <Fact label={messages.formVersion}>{formatNumber(formVersion)}</Fact>
          <Fact label={messages.id} translate="no">
            {id}
          </Fact>
          {Object.entries(receipt).map(([name, value]) => (
            <Fact key={name} label={getOwn(form.receiptLabels, name) ?? name}>
              {typeof value === 'string' ? value : JSON.stringify(value)}
            </Fact>
          ))}
        </dl>
      </details>
    </>
  );
}

function mailOf(
  mail: Props['mail'],
  messages: typeof responsesMessages,
  momentText: (at: string) => string,
): string {
  if (!mail) return '…';
  return mail.ok ? mailStatusText(mail.value.mail, messages, momentText) : messages.mailUnknown;
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
