import { expect, it } from 'vitest';
import { typedText } from '../../../handlers/commands/typed-text.ts';

const LINK = 'https://tracker.example/PROJ-12?a=1&amp;b=2';

it.each([
  ['Add SSO', 'Add SSO'],
  ['Q &amp; A: a &lt; b &gt; c', 'Q & A: a < b > c'],
  ['&lt;https://evil.example|Free money&gt;', '<https://evil.example|Free money>'],
  // A link before the title is the story's own, whatever flags stand before it.
  [`<${LINK}|PROJ-12> Add SSO`, '<https://tracker.example/PROJ-12?a=1&b=2|PROJ-12> Add SSO'],
  [
    `--lobby --deck "1,2" <${LINK}|PROJ-12> x`,
    '--lobby --deck "1,2" <https://tracker.example/PROJ-12?a=1&b=2|PROJ-12> x',
  ],
  [`See <${LINK}|PROJ-12> first`, 'See PROJ-12 first'],
  [`<${LINK}|A> or <${LINK}|B>`, '<https://tracker.example/PROJ-12?a=1&b=2|A> or B'],
  [`See <${LINK}>`, 'See https://tracker.example/PROJ-12?a=1&b=2'],
  [`*<${LINK}|PROJ-12>* Add SSO`, '*PROJ-12* Add SSO'],
  ['Ask <mailto:ada@x.example|ada@x.example>', 'Ask ada@x.example'],
  ['Ask <@U0BO|bo> in <#C0PLANNING|planning> <!here>', 'Ask @bo in #planning @here'],
  ['a < b', 'a < b'],
])('%j is %j', (raw, text) => {
  expect(typedText(raw)).toBe(text);
});
