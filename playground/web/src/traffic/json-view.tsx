import { useMemo } from 'react';

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\b/gi;

export function JsonView({ title, value }: { title: string; value: unknown }) {
  const parts = useMemo(() => coloured(JSON.stringify(unfolded(value), null, 2) ?? '–'), [value]);
  return (
    <section className="json">
      <h4>{title}</h4>
      <pre>
        {Array.from(parts.entries(), ([index, part]) => (
          <span key={index} className={part.kind}>
            {part.text}
          </span>
        ))}
      </pre>
    </section>
  );
}

/** Slack's forms carry JSON inside strings (`payload`, `blocks`, `view`): shown as what it is. */
function unfolded(value: unknown): unknown {
  if (typeof value === 'string') return /^[[{]/.test(value) ? parsed(value) : value;
  if (Array.isArray(value)) return value.map(unfolded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unfolded(part)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

interface Part {
  kind: 'json-rest' | 'json-key' | 'json-text' | 'json-value';
  text: string;
}

function coloured(json: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of json.matchAll(TOKEN)) {
    const [whole, text, colon] = match;
    parts.push({ kind: 'json-rest', text: json.slice(end, match.index) });
    parts.push({ kind: text ? (colon ? 'json-key' : 'json-text') : 'json-value', text: whole });
    end = match.index + whole.length;
  }
  parts.push({ kind: 'json-rest', text: json.slice(end) });
  return parts;
}
