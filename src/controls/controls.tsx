import type { ComponentType } from 'react';
import type { Control, ControlNamed } from '#core/form/field.ts';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Checkbox } from './checkbox/control.tsx';
import { Choice } from './choice/control.tsx';
import { Choices } from './choices/control.tsx';
import { Input } from './input/control.tsx';
import { Grouped } from './question-layout.tsx';
import type { Question } from './question.ts';
import { TextArea } from './textarea/control.tsx';

/** Loaded only by forms that ask for a location. */
const LocationControl = lazyPart(() => import('./location/control.tsx'), {
  Waiting: MapPlaceholder,
  Missing: MapFailed,
});

/** The component of each control. The compiler reports a control that is missing. */
export const controls: {
  readonly [Is in Control['is']]: ComponentType<Question<ControlNamed<Is>>>;
} = {
  input: Input,
  textarea: TextArea,
  choice: Choice,
  choices: Choices,
  checkbox: Checkbox,
  location: LocationControl,
};

type LocationQuestion = Question<ControlNamed<'location'>>;

/** As high as the map, so that the layout does not shift. */
function MapPlaceholder(question: LocationQuestion) {
  return (
    <Grouped question={question}>
      <div className="location-to-come" aria-busy="true" />
    </Grouped>
  );
}

function MapFailed({ retry, ...question }: LocationQuestion & { readonly retry: () => void }) {
  const { tryAgain } = useMessages('firstLoad', firstLoad);
  return (
    <Grouped question={question}>
      <button className="button-second" type="button" onClick={retry}>
        {tryAgain}
      </button>
    </Grouped>
  );
}
