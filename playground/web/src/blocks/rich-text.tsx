import type { RichTextBlock, RichTextBlockElement } from '@slack/types';
import { Fragment } from 'react';
import { RichTextInline } from './rich-text-inline.tsx';

type InlineElement = Parameters<typeof RichTextInline>[0]['element'];

/** Rich text is literal: nothing in its texts is parsed. */
export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div className="block block-rich-text">
      {Array.from(block.elements.entries(), ([index, element]) => (
        <RichTextPart key={index} part={element} />
      ))}
    </div>
  );
}

function RichTextPart({ part }: { part: RichTextBlockElement }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div>
          <Inlines elements={part.elements} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote className="quote">
          <Inlines elements={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre className="code-block">
          <Inlines elements={part.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const List = part.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List className="list" style={{ marginInlineStart: `${(part.indent ?? 0) * 1.5}em` }}>
          {Array.from(part.elements.entries(), ([index, item]) => (
            <li key={index}>
              <Inlines elements={item.elements} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Inlines({ elements }: { elements: InlineElement[] }) {
  return Array.from(elements.entries(), ([index, element]) => (
    <Fragment key={index}>
      <RichTextInline element={element} />
    </Fragment>
  ));
}
