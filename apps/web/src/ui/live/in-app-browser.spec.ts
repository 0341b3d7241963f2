import { describe, expect, it } from 'vitest';

import { inAppBrowserOf } from './in-app-browser.ts';

const android =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

describe('inAppBrowserOf', () => {
  it.each([
    [`${android} Zalo android/24060127 ZaloTheme/light ZaloLanguage/vi`, 'zalo'],
    [`${iphone} Zalo iOS/570 ZaloTheme/light ZaloLanguage/vi`, 'zalo'],
    [`${android} [FB_IAB/Orca-Android;FBAV/461.0.0.33.109;]`, 'messenger'],
    [`${iphone} [FBAN/MessengerForiOS;FBAV/462.0.0.48.106;FBBV/610;FBDV/iPhone14,5]`, 'messenger'],
    [`${android} [FB_IAB/FB4A;FBAV/470.0.0.51.78;]`, 'facebook'],
    [`${iphone} [FBAN/FBIOS;FBAV/470.1.0.43.103;FBBV/614;FBDV/iPhone14,5]`, 'facebook'],
    [`${iphone} Instagram 337.0.0.25.85 (iPhone14,5; iOS 17_5)`, 'instagram'],
    [`${android} trill_340504 BytedanceWebview/d8a21c6`, 'tiktok'],
    [`${iphone} Safari Line/14.9.0`, 'line'],
    [android, 'other'],
  ])('knows %s as %s', (userAgent, app) => {
    expect(inAppBrowserOf(userAgent)).toBe(app);
  });

  it.each([
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126.0 Chrome/120 Safari/537.36',
    `${iphone} Version/17.5 Safari/604.1`,
    `${iphone} CriOS/126.0.6478.54 Safari/604.1`,
    'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
  ])('leaves a browser of its own alone: %s', (userAgent) => {
    expect(inAppBrowserOf(userAgent)).toBeNull();
  });
});
