import type { BlockElement } from '../surface/block-elements.ts';
import type { ElementProps } from '../surface/use-element.ts';
import { BlockButton } from './block-button.tsx';
import { Checkboxes, RadioButtons } from './choices.tsx';
import { BlockImage } from './image.tsx';
import { MultiSelect } from './multi-select.tsx';
import { Overflow } from './overflow.tsx';
import { DateOrTimePicker } from './pickers.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

/** One element of Block Kit, as Slack draws it. */
export function Element({ element, ...rest }: ElementProps<BlockElement>) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <BlockButton element={element} {...rest} />;
    case 'overflow':
      return <Overflow element={element} {...rest} />;
    case 'image':
      return <BlockImage image={element} className="accessory-image" />;
    case 'static_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
    case 'external_select':
      return <Select element={element} {...rest} />;
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
    case 'multi_external_select':
      return <MultiSelect element={element} {...rest} />;
    case 'radio_buttons':
      return <RadioButtons element={element} {...rest} />;
    case 'checkboxes':
      return <Checkboxes element={element} {...rest} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInput element={element} {...rest} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateOrTimePicker element={element} {...rest} />;
    default:
      return <span className="not-drawn">The playground does not draw a {element.type}.</span>;
  }
}
