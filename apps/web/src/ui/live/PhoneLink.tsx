import './PhoneLink.css';
import { IconPhone } from '@tabler/icons-react';

/** A number that a press calls; `label` says whom. */
export const PhoneLink = ({ phone, label }: { phone: string; label: string }) => (
  <a className="ui-phone num" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} aria-label={label}>
    <IconPhone size={15} stroke={2} aria-hidden />
    {phone}
  </a>
);
