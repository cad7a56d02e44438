import type { Sent } from '../../stand-ins/slack/journal.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import { accepted, type Room } from './room.ts';
import { shown } from './shown.ts';

/** Types a command that lists something; answers with what came of it, for the eyes of whoever typed it. */
export async function lists(room: Room, person: Person, text: string): Promise<Sent & { shows: string }> {
  const { slack, groom } = room.w;
  const before = slack.ephemeralsOf(person.id).length;
  accepted(await person.command(`/groom ${text}`));
  await groom.settled();
  const [answer, ...more] = slack.ephemeralsOf(person.id).slice(before);
  if (!answer || more.length > 0)
    throw new Error(`/groom ${text} got ${more.length + (answer ? 1 : 0)} answers`);
  return { ...answer, shows: answer.blocks ? shown(answer.blocks) : (answer.text ?? '') };
}
