import { expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/time.ts';
import { builtFile } from '../../stand-ins/aws/local-groom.ts';
import { openRoom } from '../app/room.ts';
import { startTimeTravel } from '../app/time-travel.ts';
import { unpackEarlierVersion } from './earlier-version.ts';

it('should give a session of the version before its end with the next change, with the votes of both versions', async () => {
  const yesterday = await unpackEarlierVersion();
  const w = await startTimeTravel({
    slack: { mayLoseRichText: true },
    groom: { code: { slack: yesterday, publish: yesterday } },
  });
  try {
    const [touched, left] = [openRoom(w), openRoom(w)];
    await touched.groom('Add SSO login');
    await touched.vote({ bo: '5' });
    await left.groom('Add SSO login');
    await left.vote({ bo: '5' });
    w.groom.deploy({ slack: builtFile('slack'), publish: builtFile('publish') });
    await touched.vote({ cy: '8' });
    await w.later(HOUR);
    for (let day = 0; day < 29; day++) await w.later(DAY);
    expect(await touched.shows()).toContain('2 voted');
    for (let day = 0; day < 2; day++) await w.later(DAY);
    expect(await touched.shows()).toMatch(/Session expired.*open for 30 days/s);
    // What nobody has touched since the upgrade has no timer: its message stays as it was.
    await left.click(left.cy, '5');
    expect(await left.lastTold(left.cy)).toMatch(/session is over/);
  } finally {
    await w.close();
  }
});
