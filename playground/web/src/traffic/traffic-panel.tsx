import type { Traffic } from '../../../../stand-ins/slack/shapes.ts';
import { CloseIcon } from '../icons.tsx';
import { TrafficLine } from './traffic-line.tsx';

/** The raw requests between Slack and the app, newest first. */
export function TrafficPanel({ traffic, onClose }: { traffic: Traffic[]; onClose: () => void }) {
  return (
    <aside className="traffic" data-testid="traffic" aria-label="Traffic">
      <header className="traffic-head">
        <h2>Traffic</h2>
        <span className="traffic-legend">
          <span className="to-app">→ to the app</span> <span className="to-slack">← to Slack</span>
        </span>
        <button type="button" className="icon-button" aria-label="Close traffic" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {traffic.length === 0 && <p className="traffic-empty">Nothing yet. Try a command or a button.</p>}
      <ol className="traffic-lines">
        {traffic.map((line) => (
          <TrafficLine key={line.id} line={line} />
        ))}
      </ol>
    </aside>
  );
}
