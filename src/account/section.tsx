import { useId, type ReactNode } from 'react';

type Props = { readonly heading: string; readonly children: ReactNode };

export function Section({ heading, children }: Props) {
  const id = useId();
  return (
    <section className="account-part" aria-labelledby={id}>
      <h2 className="section-heading" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
