import { describe, expect } from 'vitest';
import { it } from './it.ts';
import { accepted, type Room } from './room.ts';

/** A session with these stories, and Ada with *Manage…* open. */
async function managed(room: Room, ...stories: string[]): Promise<Room> {
  await room.ada.command('/groom');
  await room.ada.submit({ Stories: stories.join('\n') });
  await room.rest();
  await room.choose(room.ada, 'Manage…');
  return room;
}

const listed = (room: Room): string[] =>
  room.modal(room.ada).match(/\d+\. [^[\n]*?(?= {2}\(now\)| \[)/g) ?? [];

/** Chooses from the `⋯` menu of the story in this place of the list. */
async function change(room: Room, place: number, choice: string): Promise<void> {
  const blocks = room.ada.view.view.blocks.filter(({ block_id }) => block_id?.startsWith('story_'));
  const blockId = blocks[place - 1]?.block_id;
  if (!blockId) throw new Error(`There is no story ${place}`);
  accepted(await room.ada.chooseInView(choice, { blockId }));
  await room.rest();
}

/** Plays on until the end; returns the titles in the order in which they came. */
async function playOn(room: Room): Promise<string[]> {
  const titles: string[] = [];
  for (;;) {
    titles.push((await room.shows()).split('\n')[0] ?? '');
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    if (!(await room.shows()).includes('[Next story]')) return titles;
    await room.click(room.ada, 'Next story');
  }
}

describe.concurrent('Manage…', () => {
  it('should list the running story and those to come', async ({ room }) => {
    await managed(room, 'One', 'Two', 'Three');
    expect(listed(room)).toEqual(['1. One', '2. Two', '3. Three']);
    expect(room.modal(room.ada)).toContain('1. One  (now)');
    await room.ada.closeView();
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Next story');
    await room.choose(room.ada, 'Manage…');
    expect(listed(room)).toEqual(['2. Two', '3. Three']);
  });

  it('should add stories at the end', async ({ room }) => {
    await managed(room, 'One');
    accepted(await room.ada.submit({ 'Add stories': 'Two\n\nThree' }));
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toContain('Story 1 of 3');
    expect(await playOn(room)).toEqual(['One', 'Two', 'Three']);
  });

  it('should add to a revealed last story, which then has a next one', async ({ room }) => {
    await managed(room, 'One');
    await room.ada.closeView();
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.choose(room.ada, 'Manage…');
    await room.ada.submit({ 'Add stories': 'Two' });
    expect(await room.shows()).toContain('[Next story]!');
  });

  it('should refuse what does not fit, beside the field, and lose nothing of it', async ({ room }) => {
    await managed(room, ...Array.from({ length: 28 }, (_, index) => `Story ${index + 1}`));
    const typed = 'x\ny\nz';
    accepted(await room.ada.submit({ 'Add stories': typed }));
    const error = Object.entries(room.ada.view.errors ?? {});
    expect(error).toHaveLength(1);
    expect(error[0]?.[0]).toMatch(/^add_/);
    expect(error[0]?.[1]).toContain('2 more stories');
    expect(JSON.stringify(room.ada.view.values)).toContain(JSON.stringify(typed));
    expect(await room.shows()).toContain('1 of 28');
    accepted(await room.ada.submit({ 'Add stories': 'x\ny' }));
    expect(await room.shows()).toContain('1 of 30');
    await room.choose(room.ada, 'Manage…');
    expect(room.modal(room.ada)).not.toContain('Add stories');
    expect(listed(room)).toHaveLength(30);
  });

  it('should refuse a title of more than 3,000 characters', async ({ room }) => {
    await managed(room, 'One');
    accepted(await room.ada.submit({ 'Add stories': 'x'.repeat(3001) }));
    expect(JSON.stringify(room.ada.view.errors)).toContain('3000');
  });

  it('should edit a title, of the running story too', async ({ room }) => {
    await managed(room, 'One', 'Two');
    await change(room, 1, 'Edit title…');
    expect(room.ada.views).toHaveLength(2);
    accepted(await room.ada.submit({ Title: '  *Eins* <@U0BO>' }));
    expect(room.ada.views).toHaveLength(1);
    expect(await room.shows()).toMatch(/^\*Eins\* <@U0BO>\n/);
    expect(listed(room)).toEqual(['1. *Eins* <@U0BO>', '2. Two']);
    expect(await room.text()).toContain('*Eins* &lt;@U0BO&gt;');
  });

  it('should keep a title rather than leave it empty', async ({ room }) => {
    await managed(room, 'One');
    await change(room, 1, 'Edit title…');
    accepted(await room.ada.submit({ Title: '\u200b' }));
    expect(room.ada.view.errors?.title).toBeTruthy();
    expect(room.ada.view.errors?.title).not.toMatch(/[`*]/);
    expect(await room.shows()).toMatch(/^One\n/);
  });

  it('should reorder what is to come', async ({ room }) => {
    await managed(room, 'One', 'Two', 'Three', 'Four');
    await change(room, 4, 'Vote on it next');
    expect(listed(room)).toEqual(['1. One', '2. Four', '3. Two', '4. Three']);
    await change(room, 2, 'Move down');
    expect(listed(room)).toEqual(['1. One', '2. Two', '3. Four', '4. Three']);
    await change(room, 4, 'Move up');
    expect(listed(room)).toEqual(['1. One', '2. Two', '3. Three', '4. Four']);
    await change(room, 3, 'Move up');
    await room.ada.closeView();
    expect(await playOn(room)).toEqual(['One', 'Three', 'Two', 'Four']);
  });

  it('should skip stories, and show that in the summary', async ({ room }) => {
    await managed(room, 'One', 'Two', 'Three');
    await change(room, 2, 'Skip');
    expect(listed(room)).toEqual(['1. One', '2. Three']);
    expect(await room.shows()).toContain('Story 1 of 2');
    await change(room, 1, 'Skip');
    expect(await room.shows()).toContain('Three');
    await room.ada.closeView();
    await room.vote({ ada: '8', bo: '8' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'End');
    const summary = await room.shows();
    expect(summary).toContain('8 Three');
    expect(summary).toMatch(/– One +\(skipped\)/);
    expect(summary).toMatch(/– Two +\(skipped\)/);
  });

  it('should end the session when the last story is skipped', async ({ room }) => {
    await managed(room, 'One');
    await change(room, 1, 'Skip');
    expect(await room.shows()).toContain('*Estimation done*');
    expect(room.modal(room.ada)).toContain('over');
  });

  it('should end, confirmed', async ({ room }) => {
    await managed(room, 'One', 'Two');
    const finish = JSON.stringify(room.ada.view.view.blocks.find(({ block_id }) => block_id === 'finish'));
    expect(finish.match(/"confirm":\{"title"/g)).toHaveLength(2);
    expect(finish).toContain('The vote on this story is still open. 1 story has not been voted on.');
    accepted(await room.ada.clickInView('End session'));
    expect(await room.shows()).toContain('*Estimation done*');
    expect(room.modal(room.ada)).toContain('over');
  });

  it('should cancel, which says so and drops the votes', async ({ room }) => {
    await managed(room, 'One', 'Two');
    await room.vote({ ada: '5', bo: '8' });
    accepted(await room.ada.clickInView('Cancel session'));
    const cancelled = await room.shows();
    expect(cancelled).toMatch(/^One\n.*Cancelled.*dropped/);
    expect(cancelled).not.toMatch(/<@|\[|\*5\*/);
    expect(await room.text()).toContain('cancelled');
    expect(room.modal(room.ada)).toContain('cancelled');
  });
});
