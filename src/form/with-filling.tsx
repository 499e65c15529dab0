import type { ComponentProps, ReactElement } from 'react';
import { furtherControls } from '../controls/further-controls.tsx';
import { FurtherControlsContext } from '../controls/question-view.tsx';
import type { FillTarget } from './fill-target.ts';
import type { Filling } from './filling.ts';
import { FormSections } from './form-sections.tsx';
import type { FormNow } from './form-in-use.ts';
import { SectionsContext } from './sections-context.ts';
import { useFilling, type FillingActions } from './use-filling.ts';

/** A form that is being filled in, and what can be done with it. */
export type FormFilling = {
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly now: FormNow;
};

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
  return (
    <FurtherControlsContext value={furtherControls}>
      <SectionsContext value={drawSections}>{draw({ filling, actions, now })}</SectionsContext>
    </FurtherControlsContext>
  );
}

const drawSections = (props: ComponentProps<typeof FormSections>) => <FormSections {...props} />;
