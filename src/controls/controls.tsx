import type { ComponentType } from 'react';
import type { Control, ControlNamed } from '#core/form/field.ts';
import { lazyPart, Nothing } from '../ui/lazy-part.tsx';
import { Checkbox } from './checkbox/control.tsx';
import { Choice } from './choice/control.tsx';
import { Choices } from './choices/control.tsx';
import { Input } from './input/control.tsx';
import { lazyControl } from './lazy-control.tsx';
import type { Question } from './question.ts';
import { TextArea } from './textarea/control.tsx';

/** The text of a note takes as much space before the control that draws it has loaded. */
const Note = lazyPart(() => import('./note/control.tsx'), { Waiting: NotePlaceholder });

/** The component of each control. The compiler reports a control that is missing. */
export const controls: {
  readonly [Is in Control['is']]: ComponentType<Question<ControlNamed<Is>>>;
} = {
  input: Input,
  textarea: TextArea,
  month: lazyControl(() => import('./month/control.tsx'), 'boxes-to-come'),
  'date-time': lazyControl(() => import('./date-time/control.tsx'), 'box-and-line-to-come'),
  currency: lazyControl(() => import('./currency/control.tsx'), 'box-to-come'),
  scale: lazyControl(() => import('./scale/control.tsx'), 'box-to-come'),
  slider: lazyControl(() => import('./slider/control.tsx'), 'slider-to-come'),
  address: lazyControl(() => import('./address/control.tsx'), 'address-to-come'),
  barcode: lazyControl(() => import('./barcode/control.tsx'), 'code-to-come'),
  note: Note,
  acknowledge: lazyControl(() => import('./acknowledge/control.tsx'), 'boxes-to-come'),
  hidden: Nothing,
  choice: Choice,
  choices: Choices,
  list: lazyControl(() => import('./list/control.tsx'), 'box-to-come'),
  matrix: lazyControl(() => import('./matrix/control.tsx'), 'matrix-to-come'),
  ranking: lazyControl(() => import('./ranking/control.tsx'), 'ranking-to-come'),
  checkbox: Checkbox,
  location: lazyControl(() => import('./location/control.tsx'), 'location-to-come'),
  repeat: lazyControl(() => import('./repeat/control.tsx'), 'box-to-come'),
};

function NotePlaceholder({ control }: Question<ControlNamed<'note'>>) {
  return <p className="note-to-come">{control.text}</p>;
}
