import { expect } from 'vitest';
import { lists } from '../app/lists.ts';
import { accepted, type Room } from '../app/room.ts';
import { shown } from '../app/shown.ts';
import { allVotes } from './open-sessions.ts';

/** A session of many stories, one for each deployment. Dee votes on the next story before it. */
export async function beginMeeting(room: Room, stories: readonly string[]): Promise<void> {
  accepted(await room.ada.command('/groom'));
  accepted(await room.ada.submit({ Stories: stories.join('\n') }));
  await room.click(room.dee, '3');
}

/** Everyone votes, Cy on a message that has just moved; the story is estimated, and the next one begins. */
export async function estimateNext(room: Room, title: string): Promise<void> {
  expect(await room.shows()).toContain(title);
  await room.click(room.bo, '5');
  const old = room.message();
  await room.choose(room.bo, 'Move to bottom');
  expect(room.message().ts).not.toBe(old.ts);
  accepted(await room.cy.clickStale(old, '8'));
  expect(await room.shows()).toMatch(allVotes('<@U0BO> <@U0CY> <@U0DEE>'));
  await room.click(room.ada, 'Reveal');
  expect(await room.shows()).toContain('`8` █  <@U0CY>\n`5` █  <@U0BO>\n`3` █  <@U0DEE>');
  await room.click(room.ada, 'Agree on 5');
  const open = room.w.slack.messages(room.channelId).filter(({ blocks }) => shown(blocks).includes('['));
  expect(open).toHaveLength(1);
  if (!(await room.shows()).includes('[Next story]')) return;
  await room.click(room.ada, 'Next story');
  await room.click(room.dee, '3');
}

export async function endMeeting(room: Room, stories: readonly string[]): Promise<void> {
  await room.click(room.ada, 'End');
  const history = await lists(room, room.bo, 'history');
  for (const list of [await room.shows(), history.shows]) {
    for (const title of stories) expect(list.split(title)).toHaveLength(2);
    expect(list.match(/^5 /gm)).toHaveLength(stories.length);
  }
}
