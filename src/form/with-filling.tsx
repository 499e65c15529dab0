import type { ComponentProps, ReactElement } from 'react';
import { furtherControls } from '../controls/further-controls.tsx';
import { FurtherControlsContext } from '../controls/question-view.tsx';
import type { FillTarget } from './fill-target.ts';
import type { Filling } from './filling.ts';
import { FormSections } from './form-sections.tsx';
import type { FormNow } from './form-in-use.ts';
import { SectionsContext } from './sections-context.ts';
import { useFilling, type FillingActions } from './use-filling.ts';
import { useOpening } from './use-opening.ts';
import { pageAt } from '../page-paths.ts';
import { LoadingPage } from '../ui/page.tsx';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { isEmpty } from '../drafts/draft.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useLocation } from '../ui/navigation.ts';

/** A form that is being filled in, and what can be done with it. */
export type FormFilling = {
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly now: FormNow;
};

/** Loaded only for forms that are not open. */
const ClosedForm = lazyPart(() => import('./closed-form.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

/** Where people type. The page of an entry that was sent is shown at any time. */
const typingPages: ReadonlySet<string> = new Set([
  'home',
  'fill',
  'fillPage',
  'check',
  'edit',
  'editPage',
]);

type Props = {
  readonly target: FillTarget;
  readonly draw: (filling: FormFilling) => ReactElement;
};

/**
 * Keeps the state of a form that is being filled in, and has the parts that few forms have. Not in the first load,
 * which only draws: the source of the forms has it.
 */
export function WithFilling({ target, draw }: Props) {
  const [filling, actions, now] = useFilling(target);
  const { form } = target;
  const opening = useOpening(form);
  const { page = '' } = pageAt(useLocation()[0]);
  const isClosed = opening !== 'open' && typingPages.has(page);
  if (isClosed)
    return <ClosedForm form={form} opening={opening} hasDraft={!isEmpty(filling.draft)} />;
  return (
    <FurtherControlsContext value={furtherControls}>
      <SectionsContext value={drawSections}>{draw({ filling, actions, now })}</SectionsContext>
    </FurtherControlsContext>
  );
}

const drawSections = (props: ComponentProps<typeof FormSections>) => <FormSections {...props} />;
