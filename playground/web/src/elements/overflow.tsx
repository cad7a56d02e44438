import type { Overflow as OverflowElement } from '@slack/types';
import { MoreIcon } from '../icons.tsx';
import { MenuButton } from '../overlay/menu-button.tsx';
import { type ElementProps, useElement } from '../surface/use-element.ts';
import { PlainText } from '../text/plain-text.tsx';

export function Overflow(props: ElementProps<OverflowElement>) {
  const { options, action_id: actionId } = props.element;
  const { act, pending } = useElement(props);

  const pick = (index: number) => {
    const option = options[index];
    if (!option) return;
    if (option.url) window.open(option.url, '_blank', 'noreferrer');
    void act({ selected_option: option });
  };
  const items = options.map(({ text, value, description }) => ({
    key: value ?? text.text,
    content: (
      <>
        <PlainText text={text.text} emoji={text.emoji} />
        {description && <small>{description.text}</small>}
      </>
    ),
  }));
  return (
    <MenuButton
      className="button button-overflow"
      aria-label="More actions"
      aria-busy={pending}
      data-action={actionId}
      items={items}
      onPick={pick}
    >
      <span className="button-text">
        <MoreIcon />
      </span>
    </MenuButton>
  );
}
