import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Form } from '#core/form.ts';
import type { Result } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import { whyOf } from '../cloud/why.ts';
import { failures } from '../words/en/failures.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import type { DeskApi, Opened } from './desk-api.ts';
import { ResponseFacts } from './response-facts.tsx';
import type { Response, ResponseKey } from './response.ts';

type Props = {
  readonly form: Form;
  readonly api: DeskApi;
  readonly which: ResponseKey;
  /** As the table has it, if it has. */
  readonly known: Response | undefined;
  readonly onClose: () => void;
};

/** One response, over the table it was opened from. It has an address of its own. */
export function Detail({ form, api, which, known, onClose }: Props) {
  const words = useWords('desk', desk);
  const { username, id } = which;
  const dialog = useRef<HTMLDialogElement>(null);
  const [told, setTold] = useState<Result<Opened, Failure>>();
  const isLeft = useRef(false);
  // Closed before it is taken away, so that the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => {
      isLeft.current = true;
      opened?.close();
    };
  }, []);
  useEffect(() => {
    let isWanted = true;
    const show = async () => {
      const answer = await api.open({ username, id });
      if (isWanted) setTold(answer);
    };
    void show();
    return () => void (isWanted = false);
  }, [api, username, id]);

  const response = told?.ok ? told.value.response : known;
  return (
    <dialog
      className="dialog desk-detail"
      ref={dialog}
      aria-labelledby="desk-detail-heading"
      onClose={() => isLeft.current || onClose()}
    >
      <header>
        <h2 id="desk-detail-heading" tabIndex={-1}>
          {words.response}
        </h2>
        <button className="button-second" type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      {response && <ResponseFacts form={form} response={response} mail={told} />}
      <output className="hint">
        {whatIsWrong(told, response, { ...words, ...useWords('failures', failures) })}
      </output>
    </dialog>
  );
}

function whatIsWrong(
  told: Result<Opened, Failure> | undefined,
  response: Response | undefined,
  { why, ...words }: typeof desk & typeof failures,
) {
  if (!told) return response ? '' : words.getting;
  if (!told.ok) return `${words.oneNotFetched} ${why[whyOf(told.problem)]}`;
  return response ? '' : words.isWithdrawn;
}
