import type { ComponentType } from 'react';
import type { Control, ControlNamed } from '#core/form/field.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import type { firstControls } from './first-controls.tsx';
import { lazyControl } from './lazy-control.tsx';
import type { Question } from './question.ts';

/** The text of a note takes as much space before the control that draws it has loaded. */
const Note = lazyPart(() => import('./note/control.tsx'), { Waiting: NotePlaceholder });

/**
 * The component of each control that is not in the first load: each is loaded by the forms that have it. The compiler
 * reports a control that is missing.
 */
export const furtherControls: {
  readonly [Is in Exclude<Control['is'], keyof typeof firstControls>]: ComponentType<
    Question<ControlNamed<Is>>
  >;
} = {
  month: lazyControl(() => import('./month/control.tsx'), 'boxes-to-come'),
  'date-time': lazyControl(() => import('./date-time/control.tsx'), 'box-and-line-to-come'),
  currency: lazyControl(() => import('./currency/control.tsx'), 'box-to-come'),
  scale: lazyControl(() => import('./scale/control.tsx'), 'box-to-come'),
  slider: lazyControl(() => import('./slider/control.tsx'), 'slider-to-come'),
  address: lazyControl(() => import('./address/control.tsx'), 'address-to-come'),
  barcode: lazyControl(() => import('./barcode/control.tsx'), 'code-to-come'),
  note: Note,
  acknowledge: lazyControl(() => import('./acknowledge/control.tsx'), 'boxes-to-come'),
  list: lazyControl(() => import('./list/control.tsx'), 'box-to-come'),
  matrix: lazyControl(() => import('./matrix/control.tsx'), 'matrix-to-come'),
  ranking: lazyControl(() => import('./ranking/control.tsx'), 'ranking-to-come'),
  location: lazyControl(() => import('./location/control.tsx'), 'location-to-come'),
  drawing: lazyControl(() => import('./drawing/control.tsx'), 'location-to-come'),
  photo: lazyControl(() => import('./photo/control.tsx'), 'box-to-come'),
  file: lazyControl(() => import('./file/control.tsx'), 'box-to-come'),
  signature: lazyControl(() => import('./signature/control.tsx'), 'box-to-come'),
  audio: lazyControl(() => import('./audio/control.tsx'), 'box-to-come'),
  repeat: lazyControl(() => import('./repeat/control.tsx'), 'box-to-come'),
};

function NotePlaceholder({ control }: Question<ControlNamed<'note'>>) {
  return <p className="note-to-come">{control.text}</p>;
}
