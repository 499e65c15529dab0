import { useLayoutEffect } from 'react';
import { accentColoursOf, type FormLook } from '#core/form/form-look.ts';
import './form-look.css';

/** Above a form that has a look of its own: its cover, logo and name. Its accent is that of the whole page. */
export default function FormLookView({ look }: { readonly look: FormLook }) {
  const { name, logo, cover } = look;
  const accents = accentColoursOf(look);
  const accent = accents && `light-dark(${accents.light}, ${accents.dark})`;
  useLayoutEffect(() => (accent === undefined ? undefined : applyAccent(accent)), [accent]);
  if (!name && !cover) return null;
  const picture = cover && <img className="form-look-cover" src={cover} alt="" />;
  if (!name) return <div className="form-look">{picture}</div>;
  return (
    <section className="form-look" aria-label={name}>
      {picture}
      <p className="form-look-name">
        {logo && <img src={logo} alt="" />}
        <bdi>{name}</bdi>
      </p>
    </section>
  );
}

const names = ['--accent', '--accent-strong', '--on-accent'];

/** Through the object model, which the content security policy allows. In a frame, the page around it comes first. */
function applyAccent(accent: string): (() => void) | undefined {
  const { style } = document.documentElement;
  if (style.getPropertyValue('--accent')) return undefined;
  const values = [accent, accent, 'var(--sheet)'];
  for (const [i, name] of names.entries()) style.setProperty(name, values[i] ?? '');
  return () => {
    for (const name of names) style.removeProperty(name);
  };
}
