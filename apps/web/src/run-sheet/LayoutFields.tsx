import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { layoutName, layoutWords } from '../live/layout-words.ts';
import { Button, SelectField, useWords } from '../ui/index.ts';
import type { ChosenSite } from './row-draft.ts';
import { layoutOf, placesOf, ROW_LAYOUTS, withSite, type LayoutDraft, type RowLayout } from './row-layout.ts';
import { runSheetWords } from './words.ts';

export type LayoutFieldsProps = {
  draft: LayoutDraft;
  isWrong: boolean;
  SitePicker: (props: { onPick: (site: ChosenSite) => void }) => ReactNode;
  onChange: (draft: LayoutDraft) => void;
};

/** How the picture is divided at a row, and whom a mosaic shows. */
export const LayoutFields = ({ draft, isWrong, SitePicker, onChange }: LayoutFieldsProps) => {
  const words = useWords(runSheetWords).editor;
  const layouts = useWords(layoutWords);
  const most = placesOf(draft.is);
  const sites = draft.sites.slice(0, most);
  const label = (is: RowLayout): string =>
    is === 'mosaic4' || is === 'mosaic9'
      ? layouts.kind[is]
      : layoutName(layouts, layoutOf({ is, sites: [] }) ?? { kind: 'one' });
  return (
    <>
      <SelectField
        label={layouts.title}
        value={draft.is}
        choices={ROW_LAYOUTS.map((value) => ({ value, label: label(value) }))}
        onChange={(is) => onChange({ is, sites: draft.sites.slice(0, placesOf(is)) })}
      />
      {most > 0 && (
        <fieldset className="rs-part">
          <legend>{words.mosaicSites(String(sites.length), String(most))}</legend>
          {isWrong && <p className="ui-field-error">{words.mosaicEmpty}</p>}
          {sites.length > 0 && (
            <ol className="rs-mosaic">
              {sites.map((site) => (
                <li key={site.siteId}>
                  <p className="grow">
                    <b>{site.name}</b>
                    {site.province !== null && <span className="muted"> · {site.province}</span>}
                  </p>
                  <Button
                    size="small"
                    tone="quiet"
                    icon={IconX}
                    label={words.mosaicRemove(site.name)}
                    onPress={() => onChange({ ...draft, sites: sites.filter(({ siteId }) => siteId !== site.siteId) })}
                  >
                    {null}
                  </Button>
                </li>
              ))}
            </ol>
          )}
          {sites.length < most && (
            <div className="rs-picker">
              <SitePicker onPick={(site) => onChange(withSite({ ...draft, sites }, site))} />
            </div>
          )}
        </fieldset>
      )}
    </>
  );
};
