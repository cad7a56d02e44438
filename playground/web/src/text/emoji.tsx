import { get } from 'node-emoji';

/** Slack's names where node-emoji uses others. */
const SLACK_NAMES: Record<string, string> = {
  thumbsup: '👍',
  thumbsdown: '👎',
  thinking_face: '🤔',
  shrug: '🤷',
  face_palm: '🤦',
  partying_face: '🥳',
  simple_smile: '🙂',
  hugging_face: '🤗',
  face_with_monocle: '🧐',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
};

export function Emoji({ name, unicode }: { name: string; unicode?: string | undefined }) {
  const glyph = fromCodepoints(unicode) ?? SLACK_NAMES[name] ?? get(name);
  if (!glyph) return `:${name}:`;
  return (
    <span className="emoji" role="img" aria-label={`:${name}:`}>
      {glyph}
    </span>
  );
}

/** `1f1e9-1f1ea`, as rich_text emoji elements carry it. */
function fromCodepoints(unicode: string | undefined): string | undefined {
  if (!unicode || !/^[0-9a-f-]+$/i.test(unicode)) return undefined;
  return String.fromCodePoint(...unicode.split('-').map((part) => Number.parseInt(part, 16)));
}
