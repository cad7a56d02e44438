import { memo, useState } from 'react';
import type { Traffic } from '../../../../stand-ins/slack/shapes.ts';
import { JsonView } from './json-view.tsx';

export const TrafficLine = memo(function TrafficLine({ line }: { line: Traffic }) {
  const [open, setOpen] = useState(false);
  const toApp = line.direction === 'to app';
  const good = /^(2\d\d|ok)$/.test(line.outcome);
  return (
    <li data-testid="traffic-line">
      <button type="button" className="traffic-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={toApp ? 'to-app' : 'to-slack'} role="img" aria-label={line.direction}>
          {toApp ? '→' : '←'}
        </span>
        <span className="traffic-name">{line.name}</span>
        <span className={good ? 'outcome' : 'outcome outcome-bad'}>{line.outcome}</span>
        <span className="traffic-ms">{Math.round(line.ms)} ms</span>
        <time className="traffic-time">{new Date(line.at).toLocaleTimeString('en-GB')}</time>
      </button>
      {open && (
        <div className="traffic-detail">
          <JsonView title="Request" value={line.request} />
          <JsonView title="Response" value={line.response} />
        </div>
      )}
    </li>
  );
});
