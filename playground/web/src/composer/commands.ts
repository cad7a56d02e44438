/** What the composer completes after a slash. */
export interface Command {
  name: string;
  hint: string;
  description: string;
}

export function commandsOf(appName: string): Command[] {
  return [
    {
      name: '/groom',
      hint: '[story title] · settings · history · help',
      description: 'Estimate a story with this channel',
    },
    { name: `/invite @${appName}`, hint: '', description: 'Add the app to this channel' },
    { name: `/kick @${appName}`, hint: '', description: 'Remove the app from this channel' },
  ];
}

/** The commands that begin as the draft does; none once it is complete. */
export function completionsOf(draft: string, commands: Command[]): Command[] {
  if (!draft.startsWith('/')) return [];
  const typed = draft.toLowerCase();
  return commands.filter((command) => {
    const name = command.name.toLowerCase();
    return name.startsWith(typed) || (command.hint !== '' && typed === `${name} `);
  });
}

/** Where a draft goes when it is sent. */
export type Destination = 'command' | 'message' | 'unknown command';

export function destinationOf(draft: string): Destination {
  const [word = ''] = draft.split(/\s/, 1);
  if (!word.startsWith('/')) return 'message';
  if (word === '/groom') return 'command';
  return word === '/invite' || word === '/kick' ? 'message' : 'unknown command';
}
