import type { SectionBlock } from '@slack/types';
import { useState } from 'react';
import { Element } from '../elements/element.tsx';
import { Text } from '../text/text-object.tsx';

/** Slack folds long sections that don't say `expand`. */
const FOLDED_LINES = 5;
const FOLDED_LENGTH = 700;

interface SectionProps {
  block: SectionBlock;
  blockId: string;
}

export function SectionBlockView({ block, blockId }: SectionProps) {
  const [unfolded, setUnfolded] = useState(false);
  const text = block.text?.text ?? '';
  const long = text.length > FOLDED_LENGTH || text.split('\n').length > FOLDED_LINES;
  const folded = long && !block.expand && !unfolded;
  return (
    <div className="block block-section">
      <div className="section-main">
        {block.text && (
          <div className={folded ? 'section-text section-folded' : 'section-text'}>
            <Text object={block.text} />
          </div>
        )}
        {folded && (
          <button type="button" className="link-button" onClick={() => setUnfolded(true)}>
            See more
          </button>
        )}
        {block.fields && (
          <div className="section-fields">
            {Array.from(block.fields.entries(), ([index, field]) => (
              <div key={index} className="section-field">
                <Text object={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="section-accessory">
          <Element element={block.accessory} blockId={blockId} dispatches />
        </div>
      )}
    </div>
  );
}
