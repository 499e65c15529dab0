import { useRef, useState, type ComponentProps, type ReactElement } from 'react';
import { isInvited, isOpen } from '#core/form/define-form.ts';
import { furtherControls } from '../controls/further-controls.tsx';
import { FurtherControlsContext } from '../controls/question-view.tsx';
import type { FillTarget } from './fill-target.ts';
import type { FormFilling } from './form-filling.ts';
import { FormSections } from './form-sections.tsx';
import { Honeypot } from './honeypot.tsx';
import { limitedControls, ShowSeatsContext } from './seats/limited-controls.tsx';
import type { SeatsNow } from './seats/seats-reader.tsx';
import { SectionsContext } from './sections-context.ts';
import { useFilling } from './use-filling.ts';
import { useOpening } from './use-opening.ts';
import { pageAt } from '../page-paths.ts';
import { LoadingPage } from '../ui/page.tsx';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { isEmpty } from '../drafts/draft.ts';
import type { Elements } from '../ui/elements.ts';
import { Nothing, lazyPart } from '../ui/lazy-part.tsx';
import { useLocation } from '../ui/navigation.ts';

/** Loaded only for forms that are not open. */
const ClosedForm = lazyPart(() => import('./closed-form.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

/** Loaded only for forms with limits. */
const SeatsReader = lazyPart(() => import('./seats/seats-reader.tsx'), { Missing: Nothing });

/** Loaded only for forms with a look of their own. */
const FormLookView = lazyPart(() => import('./look/form-look-view.tsx'), { Missing: Nothing });

/** Loaded only for forms that a link may fill in. */
const LinkReader = lazyPart(() => import('./prefill/link-reader.tsx'), { Missing: Nothing });

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

/** Loaded only for forms that are filled in with a personal link. */
const InvitedFilling = lazyPart(() => import('./invited/invited-filling.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

/**
 * Keeps the state of a form that is being filled in, and has the parts that few forms have. Not in the first load,
 * which only draws: the source of the forms has it.
 */
export function WithFilling(props: Props) {
  const { form } = props.target;
  return (
    <>
      {form.look && <FormLookView look={form.look} />}
      {isInvited(form) ? (
        <InvitedFilling {...props} Filling={OpenFilling} />
      ) : (
        <OpenFilling {...props} />
      )}
    </>
  );
}

function OpenFilling({ target, draw }: Props) {
  const honeypotFilledIn = useRef<string>(undefined);
  const [filling, actions, now] = useFilling(target, (it) => it === honeypotFilledIn.current);
  const { form } = target;
  const [seats, setSeats] = useState<SeatsNow>();
  const [linkNotice, setLinkNotice] = useState<Elements>();
  const opening = useOpening(form);
  const { page = '' } = pageAt(useLocation()[0]);
  const drawOpenSections = (props: ComponentProps<typeof FormSections>) => (
    <>
      <FormSections {...props} />
      <Honeypot
        key={filling.draft.id}
        onFill={() => (honeypotFilledIn.current = filling.draft.id)}
      />
    </>
  );
  const isClosed = opening !== 'open' && typingPages.has(page);
  if (isClosed)
    return <ClosedForm form={form} opening={opening} hasDraft={!isEmpty(filling.draft)} />;
  return (
    <>
      {!target.entry && Object.values(form.fields).some((it) => it.prefill) && (
        <LinkReader {...{ form, filling }} prefill={actions.prefill} onRead={setLinkNotice} />
      )}
      {form.limits && <SeatsReader target={target} onRead={setSeats} />}
      <FurtherControlsContext value={form.limits?.perOption ? controlsWithSeats : furtherControls}>
        <ShowSeatsContext value={seats?.show}>
          <SectionsContext value={isOpen(form) ? drawOpenSections : drawSections}>
            {draw({ filling, actions, now, notice: [seats?.notice, linkNotice] })}
          </SectionsContext>
        </ShowSeatsContext>
      </FurtherControlsContext>
    </>
  );
}

const controlsWithSeats = { ...furtherControls, ...limitedControls };

const drawSections = (props: ComponentProps<typeof FormSections>) => <FormSections {...props} />;
