import './Panel.css';
import { useId } from 'react';
import type { ReactNode } from 'react';

export type PanelProps = {
  /** Names the panel; without one it is a plain box. */
  title?: string;
  /** Beside the title: a count, a tag. */
  note?: ReactNode;
  /** At the end of the head: buttons, filters. */
  actions?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
  /** `flush`: rows that reach the edges; `padded`: text and fields. */
  body?: 'padded' | 'flush';
  /** The body scrolls inside the height that the panel is given. */
  scroll?: boolean;
  tone?: 'plain' | 'standby' | 'onAir';
  className?: string;
};

/** A box with a head. As a named region it can be reached and told apart by assistive technology. */
export const Panel = (props: PanelProps) => {
  const { title, note, actions, foot, children, body = 'padded', scroll = false, tone = 'plain' } = props;
  const id = useId();
  return (
    <section
      className={`ui-panel ${tone} ${props.className ?? ''}`}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <header className="ui-panel-head">
          <h2 id={id}>{title}</h2>
          {note}
          {actions !== undefined && <div className="ui-panel-actions">{actions}</div>}
        </header>
      )}
      <div
        className={`ui-panel-body ${body} ${scroll ? 'scroll' : ''}`}
        {...(scroll && title !== undefined ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}
      >
        {children}
      </div>
      {foot !== undefined && <footer className="ui-panel-foot">{foot}</footer>}
    </section>
  );
};
