import type { ReactNode } from 'react';

import { Button } from './Button.tsx';
import { Dialog } from './ConfirmDialog.tsx';

export type FormDialogProps = {
  title: string;
  /** The way back, and the act in a verb: "Đóng", "Lưu". */
  close: string;
  save: string;
  onClose: () => void;
  /** By the button or by Enter in a field; a promise holds the button, working, until it is settled. */
  onSave: () => void | Promise<unknown>;
  /** False while there is nothing to save yet; what is missing stands in the form. */
  canSave?: boolean;
  children: ReactNode;
};

/** A window with one form. Its fields say themselves what is wrong, so the browser's own bubbles stay away. */
export const FormDialog = ({ title, close, save, onClose, onSave, canSave = true, children }: FormDialogProps) => (
  <Dialog
    open
    title={title}
    onClose={onClose}
    actions={
      <>
        <Button onPress={onClose}>{close}</Button>
        <Button tone="primary" onPress={onSave} disabled={!canSave}>
          {save}
        </Button>
      </>
    }
  >
    <form
      className="col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) void onSave();
      }}
    >
      {children}
      <button type="submit" hidden />
    </form>
  </Dialog>
);
