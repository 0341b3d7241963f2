import './mantine-styles.ts';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

import { kitTheme } from './theme.ts';

/** Mantine around a desk (dark) or an office page (light). It writes no style element, so the policy may forbid them. */
export const KitProvider = ({ theme, children }: { theme: 'live' | 'office'; children: ReactNode }) => (
  <MantineProvider
    theme={kitTheme}
    forceColorScheme={theme === 'live' ? 'dark' : 'light'}
    withCssVariables={false}
    withGlobalClasses={false}
    withStaticClasses={false}
  >
    {children}
  </MantineProvider>
);
