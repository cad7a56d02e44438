import type { RichTextElement } from '@slack/types';
import type { ReactNode } from 'react';
import { DateText } from '../text/date-text.tsx';
import { Emoji } from '../text/emoji.tsx';
import { Broadcast, ChannelMention, UserMention } from '../text/mention.tsx';
import { Link } from '../text/mrkdwn.tsx';

export function RichTextInline({ element }: { element: RichTextElement }): ReactNode {
  const { style } = element;
  let view = plainView(element);
  if (style?.code) view = <code className="code">{view}</code>;
  if (style?.bold) view = <b>{view}</b>;
  if (style?.italic) view = <i>{view}</i>;
  if (style?.strike) view = <s>{view}</s>;
  if (style?.underline) view = <u>{view}</u>;
  return view;
}

function plainView(element: RichTextElement): ReactNode {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'emoji':
      return <Emoji name={element.name} unicode={element.unicode} />;
    case 'user':
      return <UserMention id={element.user_id} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} />;
    case 'broadcast':
      return <Broadcast name={element.range} />;
    case 'link':
      return <Link url={element.url}>{element.text || element.url}</Link>;
    case 'date': {
      const { timestamp, format, fallback, url } = element;
      const text = <DateText seconds={timestamp} format={format} fallback={fallback} />;
      return url ? <Link url={url}>{text}</Link> : text;
    }
    case 'color':
      return element.value;
    case 'team':
      return element.team_id;
    case 'usergroup':
      return `@${element.usergroup_id}`;
  }
}
