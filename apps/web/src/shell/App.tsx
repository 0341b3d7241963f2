import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';

import { LanguageProvider, LiveRegion } from '../ui/index.ts';
import { newRouter } from './router.tsx';

/** The whole page: language, announcements, and the screen that the address names. */
export const App = () => {
  const [router] = useState(newRouter);
  return (
    <LanguageProvider>
      <LiveRegion>
        <RouterProvider router={router} />
      </LiveRegion>
    </LanguageProvider>
  );
};
