import { brand } from '#brand/brand.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import './footer.css';

/** Who runs this, and the pages about it. */
export function Footer() {
  const messages = useMessages('firstLoad', firstLoad);
  return (
    <footer className="footer">
      <Link href={pathTo.about()}>{messages.about}</Link>
      <Link href={pathTo.api()}>{messages.forDevelopers}</Link>
      {brand.links.map(({ label, href }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
      <p>
        <span>{`${messages.runBy} `}</span>
        {brand.operator.href ? (
          <a href={brand.operator.href} translate="no">
            {brand.operator.name}
          </a>
        ) : (
          <span translate="no">{brand.operator.name}</span>
        )}
      </p>
    </footer>
  );
}
