import { fieldOf } from '#core/form/field-of.ts';
import { pageOf, pagesShown, type PageProgress } from '#core/form/page-progress.ts';
import { pageId } from '#core/form/form-pages.ts';
import { answersAsText, fillIn } from '#core/form/placeholders.ts';
import { useAuthor } from '../../deps.ts';
import type { FillTarget } from '../../form/fill-target.ts';
import type { Filling } from '../../form/filling.ts';
import type { FormNow } from '../../form/form-in-use.ts';
import { FormView } from '../../form/form-view.tsx';
import type { FillingActions } from '../../form/use-filling.ts';
import { useFieldsLoaded } from '../../form/use-fields-loaded.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { formPagesMessages } from '../../messages/en/form-pages.ts';
import { useMessages } from '../../messages/locale.ts';
import type { PagePath } from '../../page-paths.ts';
import type { Elements } from '../../ui/elements.ts';
import { Link } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { DraftNotice, ErrorSummary } from './form-parts.ts';
import { toChange, type PageAddresses } from './page-addresses.ts';
import { AnswersToCheck, rowsToCheck } from './answers-to-check.tsx';
import './paged-form.css';

type Props = {
  readonly target: FillTarget;
  readonly heading: string;
  readonly progress: PageProgress;
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly now: FormNow;
  readonly addresses: PageAddresses;
  readonly children?: Elements;
};

/** All answers of a form with pages, each with a link to change it; and the button that sends them. */
export function CheckPage(props: Props) {
  const { target, progress, filling, actions, now, addresses, children } = props;
  const { form, entry } = target;
  const messages = useMessages('formPages', formPagesMessages);
  const { error, needsAccount } = useMessages('firstLoad', firstLoad);
  const needsSignIn = useAuthor(form) === undefined;
  useFieldsLoaded(form);
  const { summary, warnings, failedAttempts } = filling;
  const shown = pagesShown(progress);
  const last = shown.at(-1);
  const heading = entry ? props.heading : messages.checkAnswers;
  const textOf = answersAsText(form, now.answersSoFar);
  const rows = rowsToCheck(form, now);
  const calculated = rows.filter(({ name }) => !Object.hasOwn(form.fields, name));
  const addressOf = (field: string): PagePath => {
    const page = pageOf(progress.pages, fieldOf(field));
    return page ? toChange(addresses.page(pageId(page)), field) : addresses.check;
  };
  return (
    <Page
      heading={heading}
      title={`${summary.length > 0 ? `${error} ` : ''}${heading} – ${form.title}`}
      lead={entry ? undefined : messages.beforeSending}
      before={
        summary.length + warnings.length > 0 && (
          <ErrorSummary
            key={failedAttempts}
            {...{ form, now, warnings, addressOf }}
            issues={summary}
          />
        )
      }
      above={
        <>
          {last && !entry && (
            <Link className="back" href={addresses.page(pageId(last))}>
              {messages.back}
            </Link>
          )}
          <p className="page-of">
            <span>{form.title}</span>
          </p>
        </>
      }
    >
      {needsSignIn && <p className="hint">{needsAccount}</p>}
      {children}
      <output className="draft-notice">
        <DraftNotice form={form} filling={{ ...filling, isFound: false }} />
      </output>
      {/* No landmarks: a long form has a hundred pages, and two may have the same title. */}
      {shown.map((page) => (
        <div className="checked-page" key={pageId(page)}>
          <h2>{fillIn(page.title, textOf)}</h2>
          <AnswersToCheck
            rows={rows.filter(({ name }) => page.fields.includes(name))}
            addressOf={addressOf}
          />
        </div>
      ))}
      {calculated.length > 0 && (
        <div className="checked-page">
          <AnswersToCheck rows={calculated} />
        </div>
      )}
      <FormView {...{ target, filling, actions, now }} fields={[]} />
    </Page>
  );
}
