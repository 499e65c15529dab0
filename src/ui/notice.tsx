import type { ReactNode } from 'react';
import './notice.css';

/** Each tone has its own shape: meaning is never carried by colour alone. */
const shapes = {
  waiting: (
    <>
      <circle cx="12" cy="12" r="9.25" />
      <path d="M12 6.75V12l3.5 2.25" />
    </>
  ),
  attention: (
    <>
      <path d="M12 3.5 21.5 20h-19Z" />
      <path d="M12 10v4.5M12 17v.5" />
    </>
  ),
  done: <path d="m4.5 12.5 5 5 10-11" />,
};

export type Tone = keyof typeof shapes;

type Props = {
  readonly tone: Tone;
  readonly heading: string;
  readonly children?: ReactNode;
};

export function Notice({ tone, heading, children }: Props) {
  return (
    <span className="notice" data-tone={tone}>
      <Shape of={tone} />
      <span>
        <strong className="notice-heading">{heading}</strong>
        <span>{children}</span>
      </span>
    </span>
  );
}

export function Shape({ of }: { readonly of: Tone }) {
  return (
    <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
      {shapes[of]}
    </svg>
  );
}
