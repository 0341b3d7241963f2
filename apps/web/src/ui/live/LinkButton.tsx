import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { buttonClasses, type ButtonSize, type ButtonTone } from './Button.tsx';
import type { Icon } from './icons.ts';

export type LinkButtonProps = {
  /** An address of this product. */
  href: string;
  children: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: Icon;
  wide?: boolean;
  /** Opens beside this page, such as a seat of the demo. */
  newTab?: boolean;
  /** A file that the server makes: the page stays. */
  download?: boolean;
  /** From or to a page that stands alone: the browser opens it, not the router. */
  anew?: boolean;
};

/** Room screens stand alone. */
const STANDS_ALONE = /^\/room(?:\?|$)/;

/** A way to another page that looks like a button. */
export const LinkButton = (props: LinkButtonProps) => {
  const { href, children, icon: Picture, newTab = false, download = false, anew = false, ...look } = props;
  const inside = (
    <>
      {Picture && <Picture size="1.25em" stroke={2} aria-hidden className="ui-button-icon" />}
      <span className="ui-button-words">{children}</span>
    </>
  );
  if (download || anew || STANDS_ALONE.test(href))
    return (
      <a href={href} download={download} className={buttonClasses(look)}>
        {inside}
      </a>
    );
  return newTab ? (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClasses(look)}>
      {inside}
    </a>
  ) : (
    <Link to={href} className={buttonClasses(look)}>
      {inside}
    </Link>
  );
};
