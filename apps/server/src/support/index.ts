import type { Db } from '../platform/db/index.ts';
import { createChecking } from './checking.ts';
import { createHelping } from './helping.ts';
import { createLists } from './lists.ts';
import type { SupportPorts } from './ports.ts';
import { supportRoutes, type SupportApi } from './routes.ts';
import { createTold } from './told.ts';

export type SupportParts = { readonly db: Db; readonly ports: SupportPorts };

/** Requests for help and readiness. Numbered rules: docs/spec/support.md. */
export const createSupportSlice = ({ db, ports }: SupportParts) => {
  const told = createTold(db);
  const lists = createLists({ db, ports });
  return {
    /** What the pages' frames hold. */
    told,
    sitesWanting: lists.wanting,
    routes: (api: SupportApi): void =>
      supportRoutes(api, {
        db,
        ports,
        told,
        helping: createHelping({ db, ports }),
        checking: createChecking({ db, ports }),
        lists,
      }),
  };
};
