import { useId } from 'react';
import type { Elements } from '../../ui/elements.ts';

type Props = { readonly heading: string; readonly children: Elements };

export function AccountSection({ heading, children }: Props) {
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
