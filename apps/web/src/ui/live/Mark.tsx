import './Mark.css';

/** The product's sign: a bridge between rooms. */
export const Mark = ({ size = 28 }: { size?: number | string }) => (
  <svg className="ui-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden>
    <rect width="32" height="32" rx="9" className="ui-mark-ground" />
    <g fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
      <path d="M5 20.6c3-1.6 5-5.6 5.6-10.2 1.6 7.2 9.2 7.2 10.8 0 .6 4.6 2.6 8.6 5.6 10.2" strokeWidth="2" />
      <path d="M10.6 8.6v15.2M21.4 8.6v15.2" strokeWidth="2.6" />
      <path d="M5 20.8h22" strokeWidth="2.6" />
    </g>
  </svg>
);
