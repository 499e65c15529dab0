import { useMemo, useState, type ComponentProps } from 'react';
import { begunOn } from '../../drafts/day-begun.ts';
import {
  firstUnfinished,
  isReachable,
  pageWithId,
  type PageProgress,
} from '#core/form/page-progress.ts';
import { pageId, type FormPage } from '#core/form/form-pages.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import type { Elements } from '../../ui/elements.ts';
import type { FillTarget } from '../../form/fill-target.ts';
import type { Filling } from '../../form/filling.ts';
import type { FillingActions } from '../../form/use-filling.ts';
import { navigate } from '../../ui/navigation.ts';
import { Redirect } from '../../ui/redirect.ts';
import { LoadingPage } from '../../ui/page.tsx';
import { CheckPage } from './check-page.tsx';
import { addressesFor, type PageAddresses, type ShownPage } from './page-addresses.ts';
import { QuestionsPage } from './questions-page.tsx';

type Props = {
  readonly target: FillTarget;
  readonly heading: string;
  readonly lead: string | undefined;
  readonly pages: readonly FormPage[];
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly now: ComponentProps<typeof QuestionsPage>['now'];
  readonly at: ShownPage;
  readonly children?: Elements;
};

/** A form with several pages: the one at the address, if the person may open it yet, or else the first unfinished. */
export default function PagedForm({ at, ...props }: Props) {
  const { pages, target, filling, now, actions } = props;
  const addresses = useMemo(() => addressesFor(target), [target]);
  const passedBefore = useMemo(() => passedIn(target), [target]);
  const passed = useMemo(
    () => new Set(filling.draft.passed ?? passedBefore),
    [filling.draft.passed, passedBefore],
  );
  const [lastCount, setLastCount] = useState<number>();
  const progress = { pages, evaluation: now, passed };
  const start = pages[0] && pageId(pages[0]);
  const wanted = at.isCheck ? undefined : (at.formPage ?? start);
  // Until the draft is read, nobody knows how far they had come. The first page can be opened anyway.
  if (!filling.isDraftRead && wanted !== start) return <LoadingPage />;
  const clear = () => {
    actions.clear();
    if (start !== undefined) navigate(addresses.page(start));
  };
  return (
    <OpenedPage
      key={wanted === undefined ? addresses.check : addresses.page(wanted)}
      {...props}
      addresses={addresses}
      wanted={wanted}
      progress={progress}
      lastCount={lastCount}
      onCounted={setLastCount}
      actions={{ ...actions, clear }}
    />
  );
}

type OpenedProps = Omit<Props, 'at'> & {
  readonly addresses: PageAddresses;
  /** A page’s id; undefined for where the answers are checked. */
  readonly wanted: string | undefined;
  readonly progress: PageProgress;
  readonly lastCount: number | undefined;
  readonly onCounted: (count: number) => void;
};

function OpenedPage({ wanted, ...props }: OpenedProps) {
  const { progress, addresses } = props;
  // Once, on arrival: what somebody types on a page must not take them away from it.
  const [elsewhere] = useState(() => landingInstead(progress, addresses, wanted));
  if (elsewhere) return <Redirect to={elsewhere} replace />;
  const page = wanted === undefined ? undefined : pageWithId(progress.pages, wanted);
  return page ? <QuestionsPage {...props} page={page} /> : <CheckPage {...props} />;
}

/** Where somebody lands who may not open a page yet, or who has no such page. */
function landingInstead(progress: PageProgress, { page, check }: PageAddresses, wanted?: string) {
  if (isReachable(progress, wanted)) return undefined;
  const unfinished = firstUnfinished(progress);
  return unfinished ? page(pageId(unfinished)) : check;
}

/** Whoever changes an entry has passed all questions that were asked for it. */
function passedIn({ form, entry, base }: FillTarget): readonly string[] {
  if (!entry) return [];
  const { isRelevant } = evaluateForm(form, entry.answers, { today: begunOn({ base }) });
  return Object.keys(form.fields).filter(isRelevant);
}
