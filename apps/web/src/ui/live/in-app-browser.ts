/** Apps that open links inside themselves, where camera, sound or cookies may fail. */
export type InAppBrowser = 'zalo' | 'messenger' | 'facebook' | 'instagram' | 'tiktok' | 'line' | 'other';

/** In this order: Messenger also calls itself Facebook. */
const signs: readonly (readonly [InAppBrowser, RegExp])[] = [
  ['zalo', /\bZalo/i],
  ['messenger', /\bFBAN\/Messenger|\bFB_IAB\/(?:Orca|MESSENGER)|\bMessenger(?:Lite)?ForiOS|\bOrca-Android/i],
  ['instagram', /\bInstagram\b/i],
  ['facebook', /\bFBA[NV]\b|\bFB_IAB\b|\bFBIOS\b/i],
  ['tiktok', /\bBytedanceWebview|\bmusical_ly|\bTikTok/i],
  ['line', /\bLine\/\d/i],
  ['other', /\bAndroid\b.*;\s?wv\)/i],
];

/** The app inside which this page is open, by its user agent; null in a browser of its own. */
export const inAppBrowserOf = (userAgent: string): InAppBrowser | null =>
  signs.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;
