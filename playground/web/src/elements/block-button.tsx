import type { Button, WorkflowButton } from '@slack/types';
import { type ElementProps, useElement } from '../surface/use-element.ts';
import { PlainText } from '../text/plain-text.tsx';

export function BlockButton(props: ElementProps<Button | WorkflowButton>) {
  const { element } = props;
  const { act, pending } = useElement(props);
  const url = element.type === 'button' ? element.url : undefined;
  const onClick = () => {
    if (pending) return;
    if (url) window.open(url, '_blank', 'noreferrer');
    void act();
  };
  return (
    <button
      type="button"
      className={element.style ? `button button-${element.style}` : 'button'}
      aria-label={element.accessibility_label}
      aria-busy={pending}
      data-action={element.action_id}
      onClick={onClick}
    >
      <span className="button-text">
        <PlainText text={element.text.text} emoji={element.text.emoji} />
      </span>
    </button>
  );
}
