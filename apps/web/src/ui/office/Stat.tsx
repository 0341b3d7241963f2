import './Stat.css';

export type StatProps = {
  /** Already formatted: "3.355". */
  value: string;
  label: string;
  /** Needs attention. */
  wanting?: boolean;
};

/** One figure and what it counts. */
export const Stat = ({ value, label, wanting = false }: StatProps) => (
  <div className={`office-stat ${wanting ? 'wanting' : ''}`}>
    <div className="office-stat-value num">{value}</div>
    <div className="muted">{label}</div>
  </div>
);
