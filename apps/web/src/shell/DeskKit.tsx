import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { KitProvider } from '../ui/office/index.ts';
import { newQueryClient } from './queries.ts';

const DeskKit = ({ children }: { children: ReactNode }) => {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <KitProvider theme="live">{children}</KitProvider>
    </QueryClientProvider>
  );
};
export default DeskKit;
