import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { DateText } from './date-text.tsx';
import { Emoji } from './emoji.tsx';
import { Broadcast, ChannelMention, UserMention } from './mention.tsx';
import { type Inline, type Paragraph, parseMrkdwn } from './mrkdwn-parse.ts';

/** Text in Slack's mrkdwn; line breaks and runs of spaces are kept by the style sheet. */
export const Mrkdwn = memo(function Mrkdwn({ text }: { text: string }) {
  const paragraphs = useMemo(() => parseMrkdwn(text), [text]);
  return keyed(paragraphs, (paragraph) => <ParagraphView paragraph={paragraph} />);
});

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  if (paragraph.kind === 'code') return <pre className="code-block">{paragraph.text}</pre>;
  const inlines = keyed(paragraph.inlines, (inline) => <InlineView inline={inline} />);
  return paragraph.kind === 'quote' ? <blockquote className="quote">{inlines}</blockquote> : inlines;
}

function InlineView({ inline }: { inline: Inline }): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
      return (
        <b>
          {keyed(inline.children, (child) => (
            <InlineView inline={child} />
          ))}
        </b>
      );
    case 'italic':
      return (
        <i>
          {keyed(inline.children, (child) => (
            <InlineView inline={child} />
          ))}
        </i>
      );
    case 'strike':
      return (
        <s>
          {keyed(inline.children, (child) => (
            <InlineView inline={child} />
          ))}
        </s>
      );
    case 'code':
      return <code className="code">{inline.text}</code>;
    case 'link':
      return <Link url={inline.url}>{inline.label}</Link>;
    case 'user':
      return <UserMention id={inline.id} />;
    case 'channel':
      return <ChannelMention id={inline.id} label={inline.label} />;
    case 'broadcast':
      return <Broadcast name={inline.name} />;
    case 'date': {
      const text = <DateText {...inline} />;
      return inline.url ? <Link url={inline.url}>{text}</Link> : text;
    }
    case 'emoji':
      return <Emoji name={inline.name} />;
  }
}

/** Opens outside the playground; anything but a web or mail address stays text. */
export function Link({ url, children }: { url: string; children: ReactNode }) {
  if (!/^(https?|mailto|slack):/i.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** Parsed text has no identity but its position. */
function keyed<T>(items: T[], view: (item: T) => ReactNode): ReactNode[] {
  return Array.from(items.entries(), ([index, item]) => <Fragment key={index}>{view(item)}</Fragment>);
}
