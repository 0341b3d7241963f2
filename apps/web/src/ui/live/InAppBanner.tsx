import './InAppBanner.css';
import { IconBrowserShare } from '@tabler/icons-react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { CopyField } from './CopyField.tsx';
import { inAppBrowserOf } from './in-app-browser.ts';

export type InAppBannerProps = {
  userAgent?: string;
  /** The address to open in Chrome: the personal link itself, if the page came from one. */
  address?: string;
};

/** Inside Zalo, Messenger and the like: says to open the page in Chrome, and how. Nothing in a real browser. */
export const InAppBanner = ({ userAgent = navigator.userAgent, address = location.href }: InAppBannerProps) => {
  const words = useWords(uiWords).inApp;
  const app = inAppBrowserOf(userAgent);
  if (app === null) return null;
  return (
    <section className="ui-inapp" role="alert">
      <IconBrowserShare size={28} stroke={2} aria-hidden />
      <div className="col grow">
        <h2>{words.title}</h2>
        <p>{words.body(words.apps[app])}</p>
        <CopyField label={words.address} value={address} hideLabel />
      </div>
    </section>
  );
};
