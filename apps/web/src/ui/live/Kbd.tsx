import './Kbd.css';

/** A key of the keyboard. */
export const Kbd = ({ children }: { children: string }) => <kbd className="ui-kbd">{children}</kbd>;
