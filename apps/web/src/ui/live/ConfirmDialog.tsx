import './ConfirmDialog.css';
import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Button, type ButtonTone } from './Button.tsx';

export type DialogProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Escape, or a press outside. */
  onClose: () => void;
  /** The buttons, the next act last. */
  actions: ReactNode;
};

/** Mounted while it is open: closing it before it leaves the page gives the focus back to where it was. */
const OpenDialog = ({ title, children, onClose, actions }: Omit<DialogProps, 'open'>) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="ui-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="ui-dialog-box">
        <h2 id={id}>{title}</h2>
        <div className="ui-dialog-body">{children}</div>
        <div className="ui-dialog-actions">{actions}</div>
      </div>
    </dialog>
  );
};

/** A window over the page, on the browser's own dialog: it holds the focus and gives it back. */
export const Dialog = ({ open, ...window }: DialogProps) => (open ? <OpenDialog {...window} /> : null);

export type ConfirmDialogProps = {
  open: boolean;
  /** The question: "Kết thúc hội nghị?" */
  title: string;
  /** What will happen, to whom: "100 điểm cầu ngừng truyền hình ảnh, âm thanh. Không mở lại được." */
  effect: ReactNode;
  /** The act in a verb: "Kết thúc hội nghị", never "OK". */
  confirm: string;
  tone?: ButtonTone;
  /** A promise holds the window open, working, until it is settled; closing it is the caller's act. */
  onConfirm: () => void | Promise<unknown>;
  onCancel: () => void;
  cancel?: string;
};

/** Asks once before an act that changes the whole conference. The way back has the focus, so Enter harms nothing. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { open, title, effect, confirm, tone = 'danger', onConfirm, onCancel, cancel } = props;
  const words = useWords(uiWords);
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel} autoFocus>
            {cancel ?? words.cancel}
          </Button>
          <Button tone={tone} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {effect}
    </Dialog>
  );
};
