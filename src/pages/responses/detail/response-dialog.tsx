import { useLayoutEffect, useRef } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { StoredReview } from '#core/review/review.ts';
import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import { failures } from '../../../messages/en/failures.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { ResponsesApi, OpenedResponse } from '../data/responses-api.ts';
import { useOpenedResponse } from '../data/use-opened-response.ts';
import { Link } from '../../../ui/navigation.ts';
import { responsePath } from '../../../ui/response-path.ts';
import { lazyPart, Nothing } from '../../../ui/lazy-part.tsx';
import type { Assigning } from '../assign/use-assigning.ts';
import type { Reviewing } from '../review/use-reviewing.ts';
import { ResponseFacts } from './response-facts.tsx';
import type { Response, ResponseKey } from '../data/response.ts';
import './response-dialog.css';

const ReviewPart = lazyPart(() => import('../review/review-part.tsx'), { Missing: Nothing });
const AssignPart = lazyPart(() => import('../assign/assign-part.tsx'), { Missing: Nothing });
const CommentsPart = lazyPart(() => import('../comments/comments-part.tsx'), { Missing: Nothing });
const ResponseVersions = lazyPart(() => import('../versions/response-versions.tsx'), {
  Missing: Nothing,
});

type Props = {
  readonly form: Form;
  readonly api: ResponsesApi;
  readonly which: ResponseKey;
  /** From the table, if it is there. */
  readonly known: Response | undefined;
  readonly reviewing: Reviewing;
  readonly assigning: Assigning;
  readonly onClose: () => void;
};

/** One response, in a dialog over the table, with its own address. */
export function ResponseDialog({ form, api, which, known, reviewing, onClose, assigning }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = useOpenedResponse(api, which);
  const isLeft = useRef(false);
  // Closed before it is removed, so that the browser returns the focus to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      isLeft.current = true;
      element?.close();
    };
  }, []);

  const response = opened?.ok ? opened.value.response : known;
  return (
    <dialog
      className="dialog responses-detail"
      ref={dialog}
      aria-labelledby="responses-detail-heading"
      onClose={() => isLeft.current || onClose()}
    >
      <header>
        <h2 id="responses-detail-heading" tabIndex={-1}>
          {messages.response}
        </h2>
        <p className="hint">{form.title}</p>
        <Link className="button-second" href={responsePath(form.id, which, { view: 'paper' })}>
          {messages.print}
        </Link>
        <button className="button-second" type="button" onClick={() => dialog.current?.close()}>
          {messages.close}
        </button>
      </header>
      {response && (
        <ResponseFacts form={form} response={response} mail={opened}>
          <ResponseVersions {...{ form, response }} />
          <AssignPart
            {...{ response, assigning }}
            form={form.id}
            assignments={opened?.ok ? opened.value.assignments : none}
            assignees={opened?.ok ? opened.value.assignees : undefined}
          />
          <ReviewPart {...{ response, reviewing }} form={form.id} reviews={reviewsIn(opened)} />
          <CommentsPart
            {...{ form, response }}
            comments={opened?.ok ? opened.value.comments : none}
          />
        </ResponseFacts>
      )}
      <output className="hint">
        {statusText(opened, response, { ...messages, ...useMessages('failures', failures) })}
      </output>
    </dialog>
  );
}

const none: readonly never[] = [];

function reviewsIn(
  opened: Result<OpenedResponse, ApiFailure> | undefined,
): readonly StoredReview[] {
  return opened?.ok ? opened.value.reviews : none;
}

function statusText(
  opened: Result<OpenedResponse, ApiFailure> | undefined,
  response: Response | undefined,
  { why, ...messages }: typeof responsesMessages & typeof failures,
) {
  if (!opened) return response ? '' : messages.getting;
  if (!opened.ok) return `${messages.oneNotFetched} ${why[failureReasonOf(opened.problem)]}`;
  return response ? '' : messages.isWithdrawn;
}
