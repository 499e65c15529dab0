import type { Pictures } from '#core/form/field.ts';

type Props = { readonly pictures: Pictures; readonly value: string };

/** The picture of an option. Its label is beside it, so it has no text of its own. */
export function OptionPicture({ pictures, value }: Props) {
  const picture = pictures[value];
  return picture && <img className="option-picture" src={picture} alt="" loading="lazy" />;
}
