import type { ConfirmationDialog } from '@slack/types';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { Text } from '../text/text-object.tsx';
import { Dialog } from './dialog.tsx';

type Confirm = (question: ConfirmationDialog) => Promise<boolean>;

const ConfirmContext = createContext<Confirm>(async () => true);

/** Asks what an element's `confirm` says; false if the person would rather not. */
export const useConfirm = () => useContext(ConfirmContext);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: ConfirmationDialog; answer: (yes: boolean) => void }>();
  const confirm = useCallback<Confirm>(
    (question) => new Promise((resolve) => setAsked({ question, answer: resolve })),
    [],
  );
  const answer = (yes: boolean) => {
    asked?.answer(yes);
    setAsked(undefined);
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      {asked && <ConfirmDialog question={asked.question} onAnswer={answer} />}
    </ConfirmContext>
  );
}

function ConfirmDialog(props: { question: ConfirmationDialog; onAnswer: (yes: boolean) => void }) {
  const { question, onAnswer } = props;
  const style = question.style === 'danger' ? 'button-danger' : 'button-primary';
  return (
    <Dialog
      title={question.title?.text ?? 'Are you sure?'}
      testId="confirm"
      className="confirm"
      onClose={() => onAnswer(false)}
    >
      <div className="dialog-body confirm-text">
        <Text object={question.text} />
      </div>
      <footer className="dialog-footer">
        <button type="button" className="button button-large" onClick={() => onAnswer(false)}>
          {question.deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          className={`button button-large ${style}`}
          onClick={() => onAnswer(true)}
          data-autofocus
        >
          {question.confirm?.text ?? 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
