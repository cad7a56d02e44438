import type { TextObject } from '@slack/types';
import { Mrkdwn } from './mrkdwn.tsx';
import { PlainText } from './plain-text.tsx';

export function Text({ object }: { object: TextObject }) {
  if (object.type === 'mrkdwn') return <Mrkdwn text={object.text} />;
  return <PlainText text={object.text} emoji={object.emoji} />;
}
