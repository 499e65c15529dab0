import { useEffect, useEffectEvent, useState } from 'react';
import { fieldOf } from '#core/form/field-of.ts';
import {
  firstUnfinished,
  isReachable,
  pagesShown,
  passedWith,
  unfinishedField,
  type PageProgress,
} from '#core/form/page-progress.ts';
import { pageId, type FormPage } from '#core/form/form-pages.ts';
import { answersAsText, fillIn, namesIn, withFallbacks } from '#core/form/placeholders.ts';
import { useAuthor } from '../../deps.ts';
import type { FillTarget } from '../../form/fill-target.ts';
import type { Filling } from '../../form/filling.ts';
import type { FormNow } from '../../form/form-in-use.ts';
import { FormView } from '../../form/form-view.tsx';
import { goToQuestion } from '../../form/go-to-question.ts';
import type { FillingActions } from '../../form/use-filling.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { formPagesMessages } from '../../messages/en/form-pages.ts';
import { useMessages } from '../../messages/locale.ts';
import type { Elements } from '../../ui/elements.ts';
import { Link, navigate, useSearch } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { DraftNotice, ErrorSummary } from './form-parts.ts';
import { fieldToChange, toChange, type PageAddresses } from './page-addresses.ts';
import './paged-form.css';

type Props = {
  readonly target: FillTarget;
  readonly page: FormPage;
  readonly progress: PageProgress;
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly now: FormNow;
  readonly addresses: PageAddresses;
  /** How many pages there were when the person came to the page before. */
  readonly lastCount: number | undefined;
  readonly onCounted: (count: number) => void;
  /** For the first page alone. */
  readonly children?: Elements;
};

/** The questions of one page of a form. */
export function QuestionsPage(props: Props) {
  const { target, page, progress, filling, actions, now, addresses, lastCount, onCounted } = props;
  const { form } = target;
  const messages = useMessages('formPages', formPagesMessages);
  const { error, needsAccount } = useMessages('firstLoad', firstLoad);
  const needsSignIn = useAuthor(form) === undefined;
  const changing = fieldToChange(useSearch());
  const isToChange = addresses.isForChange || changing !== undefined;
  const shown = pagesShown(progress);
  const position = shown.findIndex((it) => pageId(it) === pageId(page));
  const isHere = ({ field }: { readonly field: string }) => page.fields.includes(fieldOf(field));
  const issues = filling.summary.filter(isHere);
  const warnings = filling.warnings.filter(isHere);
  const textOf = answersAsText(form, now.answersSoFar);
  // The answers of earlier pages, as they were on arrival: a heading that changes would count as another page.
  const [earlier] = useState(
    () => new Map(namesIn(page.title).map(({ name }) => [name, textOf(name)])),
  );
  const isFirst = position === 0 && !isToChange;
  const hasSummary = issues.length + warnings.length > 0;
  useFocusOnArrival(hasSummary ? undefined : changing);
  const [countBefore] = useState(lastCount);
  const noteCount = useEffectEvent(() => onCounted(shown.length));
  useEffect(() => noteCount(), []);

  async function goOn(unreadableFields: readonly string[]) {
    const passed = passedWith(progress, page);
    if (!(await actions.checkPage({ fields: page.fields, passed, unreadableFields }))) return;
    const now = { ...progress, passed: new Set(passed) };
    const following = isToChange ? undefined : shown[position + 1];
    const next = following && pageId(following);
    if (isReachable(now, next)) return navigate(next ? addresses.page(next) : addresses.check);
    // An answer on this page has opened a question on an earlier one, or made an answer there wrong.
    const unfinished = firstUnfinished(now);
    const first = unfinished && unfinishedField(now, unfinished);
    if (!unfinished || !first) return;
    if (first.isPassed)
      await actions.checkPage({ fields: unfinished.fields, passed, unreadableFields: [] });
    navigate(toChange(addresses.page(pageId(unfinished)), first.field));
  }

  const unfinished = isFirst && filling.isFound ? firstUnfinished(progress) : undefined;
  const previous = shown[position - 1];
  // As it was on arrival: with each key it would be a check of the whole form.
  const [leadsToCheck] = useState(() => isToChange && isReachable(progress));
  const back = leadsToCheck ? addresses.check : previous && addresses.page(pageId(previous));
  return (
    <Page
      heading={fillIn(page.title, (name) => earlier.get(name))}
      // Without answers, since browsers keep the titles of pages.
      title={`${filling.issues.some(isHere) ? `${error} ` : ''}${withFallbacks(page.title)} – ${form.title}`}
      lead={page.guidance && fillIn(page.guidance, textOf)}
      before={
        hasSummary && (
          <ErrorSummary key={filling.failedAttempts} {...{ form, now, issues, warnings }} />
        )
      }
      above={
        <>
          {back && (
            <Link className="back" href={back}>
              {messages.back}
            </Link>
          )}
          <p className="page-of">
            <span>{form.title}</span>
            {!isToChange && position >= 0 && (
              <span>{messages.position(position + 1, shown.length)}</span>
            )}
          </p>
        </>
      }
    >
      {!isToChange && countBefore !== undefined && countBefore !== shown.length && (
        <p className="hint">{messages.countChanged(shown.length)}</p>
      )}
      {isFirst && form.introduction && <p>{form.introduction}</p>}
      {isFirst && needsSignIn && <p className="hint">{needsAccount}</p>}
      {isFirst && props.children}
      {isFirst && filling.isFound && unfinished && unfinished !== page && (
        <p>
          <Link href={addresses.page(pageId(unfinished))}>
            {messages.goOnAt(fillIn(unfinished.title, textOf))}
          </Link>
        </p>
      )}
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="draft-notice">
        <DraftNotice form={form} filling={{ ...filling, isFound: isFirst && filling.isFound }} />
      </output>
      <FormView
        {...{ target, filling, actions, now }}
        fields={page.fields}
        next={{ button: messages.next, go: (unreadable) => void goOn(unreadable) }}
      />
    </Page>
  );
}

/** Milliseconds between tries to find a control that is a part of the app of its own, and how many. */
const pause = 100;
const tries = 30;

/** Whoever came to change an answer begins at its question, unless they have gone somewhere else meanwhile. */
function useFocusOnArrival(field: string | undefined): void {
  const arrive = useEffectEvent(() => field === undefined || goToQuestion(field));
  useEffect(() => {
    if (arrive()) return;
    const before = document.activeElement;
    let left = tries;
    const again = setInterval(() => {
      left -= 1;
      if (left === 0 || document.activeElement !== before || arrive()) clearInterval(again);
    }, pause);
    return () => clearInterval(again);
  }, []);
}
