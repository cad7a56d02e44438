import { glyphOf } from '../../../../stand-ins/slack/emoji.ts';

/** `rocket`, `thumbsup::skin-tone-2`: what stands between the colons of an emoji's name. */
export const EMOJI_NAME = '[a-z0-9_+\\-]+(?:::skin-tone-[2-6])?';

/** Names that Slack does not know are shown as they are. */
export function Emoji({ name, unicode }: { name: string; unicode?: string | undefined }) {
  const glyph = fromCodepoints(unicode) ?? glyphOf(name);
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
