import { useEffect, useMemo, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { useDeps } from '../../../deps.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { onHoldMessages } from '../../../messages/en/on-hold.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { keyOf } from '../data/response.ts';
import { responseColumns } from '../data/response-columns.ts';
import { toResponseRow } from '../data/response-row.ts';
import { useOwnZone } from '../settings/with-settings.tsx';
import {
  createOnHoldApi,
  type Decision,
  type PageOnHold,
  type ResponseOnHold,
} from './on-hold-api.ts';
import './on-hold-panel.css';

type Props = {
  readonly form: Form;
  readonly username: string;
  /** There are more responses now. */
  readonly onReleased: () => void;
};

/** What is on hold, for owners to release or erase. Shows nothing if nothing is. */
export default function OnHoldPanel({ form, username, onReleased }: Props) {
  const { call } = useDeps();
  const messages = useMessages('onHold', onHoldMessages);
  const columnTexts = useMessages('responses', responsesMessages);
  const zone = useOwnZone();
  const columns = useMemo(
    () => responseColumns(form, columnTexts, zone),
    [form, columnTexts, zone],
  );
  const api = useMemo(() => createOnHoldApi(call, form.id, username), [call, form, username]);
  const [page, setPage] = useState<PageOnHold>();
  const [state, setState] = useState<'ready' | 'working' | 'not-done' | 'not-loaded'>('ready');
  const [toErase, setToErase] = useState<string>();
  /** How many could not be released. */
  const [full, setFull] = useState(0);

  async function load() {
    const loaded = await api.newest();
    if (loaded.ok) setPage(loaded.value);
    else setState('not-loaded');
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);

  async function decide(what: Decision, some: readonly ResponseOnHold[]) {
    setToErase(undefined);
    setFull(0);
    setState('working');
    const decided = await api.decide(what, some);
    setState(decided.ok ? 'ready' : 'not-done');
    if (!decided.ok) return;
    if (what === 'release') onReleased();
    if (decided.value > 0) {
      setFull(decided.value);
      return load();
    }
    // The index follows a moment later, so it may still list them.
    setPage((before) => before && { ...before, responses: without(before.responses, some) });
    if (page?.hasMore && some.length === page.responses.length) await load();
  }

  if (state === 'not-loaded') return <p role="alert">{messages.notLoaded}</p>;
  if (!page || (page.responses.length === 0 && state === 'ready')) return null;
  const { responses, hasMore } = page;
  const count = hasMore ? messages.atLeast(responses.length) : formatNumber(responses.length);
  const isWorking = state === 'working';
  const notDone = state === 'not-done' ? messages.notDone : '';
  const result = full > 0 ? messages.full(formatNumber(full)) : notDone;
  const buttons = (some: readonly ResponseOnHold[], which: string, all: boolean) =>
    toErase === which ? (
      <>
        <button
          className="button-second"
          type="button"
          onClick={() => void decide('eraseOnHold', some)}
        >
          {messages.eraseForGood}
        </button>
        <button className="button-quiet" type="button" onClick={() => setToErase(undefined)}>
          {messages.keep}
        </button>
      </>
    ) : (
      <>
        <button
          className="button-second"
          type="button"
          disabled={isWorking}
          onClick={() => void decide('release', some)}
        >
          {all ? messages.releaseAll : messages.release}
        </button>
        <button
          className="button-quiet"
          type="button"
          disabled={isWorking}
          onClick={() => setToErase(which)}
        >
          {all ? messages.eraseAll : messages.erase}
        </button>
      </>
    );
  return (
    <details className="on-hold">
      <summary>{messages.onHold(count)}</summary>
      <p className="hint">{messages.about}</p>
      <div className="on-hold-buttons">{buttons(responses, 'all', true)}</div>
      <output>{isWorking ? messages.working : result}</output>
      <ul>
        {responses.map((it) => {
          const [when, ...answers] = toResponseRow(form, columns, it).texts;
          return (
            <li key={keyOf(it)}>
              <strong>
                <time dateTime={it.createdAt}>{when}</time>
              </strong>
              <span className="hint">
                {it.reasons
                  .map((reason) => getOwn<string>(messages.reasons, reason) ?? reason)
                  .join(' · ')}
              </span>
              <span dir="auto">{answers.slice(0, -1).filter(Boolean).join(' · ')}</span>
              <div className="on-hold-buttons">{buttons([it], keyOf(it), false)}</div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function without(
  all: readonly ResponseOnHold[],
  some: readonly ResponseOnHold[],
): readonly ResponseOnHold[] {
  return all.filter((it) => !some.includes(it));
}
