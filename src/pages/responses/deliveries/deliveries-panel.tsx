import { useEffect, useMemo, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { deliveriesMessages } from '../../../messages/en/deliveries.ts';
import { useMessages } from '../../../messages/locale.ts';
import { NotLoaded } from '../not-loaded.tsx';
import { createDeliveriesApi, type DeliveriesPage } from './deliveries-api.ts';
import { DeliveriesTable } from './deliveries-table.tsx';
import './deliveries.css';

/** What the webhooks of a form were sent: an owner sends something again, or a test. */
export function DeliveriesPanel({ form }: { readonly form: Form }) {
  const { call } = useDeps();
  const { username = '' } = usePerson() ?? {};
  const messages = useMessages('deliveries', deliveriesMessages);
  const api = useMemo(() => createDeliveriesApi(call, form.id, username), [call, form, username]);
  const [page, setPage] = useState<DeliveriesPage>();
  const [isWorking, setIsWorking] = useState(true);
  const [failure, setFailure] = useState<ApiFailure>();
  const [result, setResult] = useState('');

  async function load(before?: DeliveriesPage) {
    setIsWorking(true);
    const loaded = await api.list(before?.cursor);
    setIsWorking(false);
    setFailure(loaded.ok ? undefined : loaded.problem);
    if (!loaded.ok) return;
    const { value } = loaded;
    setPage({ ...value, deliveries: [...(before?.deliveries ?? []), ...value.deliveries] });
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);

  async function queue(sending: Promise<Result<unknown, ApiFailure>>) {
    setIsWorking(true);
    setResult('');
    const sent = await sending;
    setResult(sent.ok ? messages.queued : messages.notQueued);
    if (sent.ok) await load();
    else setIsWorking(false);
  }

  if (failure)
    return (
      <NotLoaded
        className="responses-failed"
        heading={messages.notLoaded}
        failure={failure}
        onRetry={() => void load(page)}
      />
    );
  if (!page) return <div aria-busy="true" />;
  const { webhooks, deliveries, cursor } = page;
  if (webhooks.length === 0 && deliveries.length === 0) return <p>{messages.noWebhooks}</p>;
  return (
    <section className="deliveries">
      <p>{messages.about}</p>
      <div className="deliveries-buttons">
        <button
          className="button-second"
          type="button"
          disabled={isWorking}
          onClick={() => {
            setResult('');
            void load();
          }}
        >
          {messages.refresh}
        </button>
        {webhooks.map((it) => (
          <button
            key={it}
            className="button-second"
            type="button"
            disabled={isWorking}
            onClick={() => void queue(api.sendTest(it))}
          >
            {messages.sendTest(it)}
          </button>
        ))}
      </div>
      <output>{result}</output>
      {deliveries.length === 0 ? (
        <p>{messages.nothingYet}</p>
      ) : (
        <DeliveriesTable
          form={form.id}
          deliveries={deliveries}
          isWorking={isWorking}
          onSendAgain={({ id }) => void queue(api.sendAgain(id))}
        />
      )}
      {cursor !== undefined && (
        <button
          className="button-second"
          type="button"
          disabled={isWorking}
          onClick={() => void load(page)}
        >
          {messages.showMore}
        </button>
      )}
    </section>
  );
}
