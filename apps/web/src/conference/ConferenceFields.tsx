import './ConferenceFields.css';
import { ConferenceKind } from '@diemcau/domain/conference';
import type { ReactNode } from 'react';

import { useLanguage, useWords } from '../ui/index.ts';
import { NumberInput, Select, TextInput } from '../ui/office/index.ts';
import { type Draft, type DraftField } from './draft.ts';
import { officeConferenceWords } from './office-words.ts';
import { TimeFields } from './TimeFields.tsx';

export type ConferenceFieldsProps = {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** The fields to mark. */
  wrong: readonly DraftField[];
  /** The field of the main hall. */
  hall: ReactNode;
};

/** Kind, name, time, hall, limit and phone of a conference that is being written. */
export const ConferenceFields = ({ draft, onChange, wrong, hall }: ConferenceFieldsProps) => {
  const words = useWords(officeConferenceWords);
  const { fields } = words;
  const { language } = useLanguage();
  const errorOf = (field: Exclude<DraftField, 'hall'>) => (wrong.includes(field) ? fields.errors[field] : null);
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  return (
    <div className="cf-fields">
      <TextInput
        className="cf-wide"
        label={fields.name}
        description={fields.nameHint}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={errorOf('name')}
        required
        name="name"
        autoComplete="off"
      />
      <Select
        label={fields.kind}
        data={ConferenceKind.options.map((kind) => ({ value: kind, label: words.kind[kind] }))}
        value={draft.kind}
        onChange={(kind) => {
          const parsed = ConferenceKind.safeParse(kind);
          if (parsed.success) onChange({ kind: parsed.data });
        }}
      />
      <TimeFields when={draft} onChange={onChange} wrong={wrong} />
      <div className="cf-half">{hall}</div>
      <NumberInput
        className="cf-half"
        label={fields.limit}
        description={fields.limitHint}
        value={draft.siteLimit}
        onChange={(limit) => onChange({ siteLimit: typeof limit === 'number' ? limit : 0 })}
        error={errorOf('limit')}
        min={1}
        max={10_000}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator={thousands ?? ''}
        decimalSeparator={decimal ?? ''}
        required
        name="siteLimit"
      />
      <TextInput
        className="cf-half"
        type="tel"
        label={fields.phone}
        description={fields.phoneHint}
        value={draft.supportPhone}
        onChange={(event) => onChange({ supportPhone: event.currentTarget.value })}
        error={errorOf('phone')}
        name="supportPhone"
        autoComplete="tel"
      />
    </div>
  );
};
