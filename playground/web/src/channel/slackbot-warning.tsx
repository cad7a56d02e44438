import type { Warning } from '../../../../stand-ins/slack/shapes.ts';
import { EyeIcon } from '../icons.tsx';
import { clockTime } from '../text/date-tokens.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';

interface SlackbotWarningProps {
  warning: Warning;
  /** Epoch seconds. */
  at: number;
  onDismiss: (warning: Warning) => void;
}

/** A command that failed: Slackbot says so, to the one who typed it. */
export function SlackbotWarning({ warning, at, onDismiss }: SlackbotWarningProps) {
  return (
    <article className="message message-private" role="alert" data-testid="warning">
      <div className="message-gutter">
        <span className="avatar slackbot" aria-hidden="true">
          ♥
        </span>
      </div>
      <div className="message-main">
        <div className="only-you">
          <EyeIcon />
          Only visible to you
        </div>
        <div className="message-head">
          <b className="author">Slackbot</b>
          <time className="message-time">{clockTime(new Date(at * 1000))}</time>
        </div>
        <div className="message-text">
          <Mrkdwn text={warning.text} />
        </div>
        <button type="button" className="link-button" onClick={() => onDismiss(warning)}>
          Dismiss
        </button>
      </div>
    </article>
  );
}
