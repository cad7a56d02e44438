import { describe, expect, it } from 'vitest';
import { whereaboutsOf } from '../../../handlers/receive/team.ts';

const acme = { id: 'T0ACME' };
const inGrid = { team: { id: 'T0ACME', enterprise_id: 'E0ACME' }, enterprise: { id: 'E0ACME' } };
const view = (app_installed_team_id?: string) => ({ view: { app_installed_team_id } });

type Body = Parameters<typeof whereaboutsOf>[0];

describe('Whereabouts', () => {
  it.each<[string, Body, string | undefined, string, boolean]>([
    ['a click', { team: acme, user: { team_id: 'T0ACME' } }, undefined, 'T0ACME', false],
    ['a guest’s click', { team: acme, user: { team_id: 'T0GLOBEX' } }, undefined, 'T0ACME', true],
    ['a click of the organization', { ...inGrid, user: { team_id: 'E0ACME' } }, undefined, 'T0ACME', false],
    ['a click of another', { ...inGrid, user: { team_id: 'E0GLOBEX' } }, undefined, 'T0ACME', true],
    ['no home team', { team: acme, user: {} }, undefined, 'T0ACME', false],
    [
      'a submission',
      { ...view('T0ACME'), team: acme, user: { team_id: 'T0ACME' } },
      'T0ACME',
      'T0ACME',
      false,
    ],
    [
      'a guest’s submission',
      { ...view('T0ACME'), team: { id: 'T0GLOBEX' }, user: { team_id: 'T0GLOBEX' } },
      'T0ACME',
      'T0ACME',
      true,
    ],
    [
      'a submission of a guest from an organization, which is named beside their team',
      {
        ...view('T0ACME'),
        team: { id: 'T0GLOBEX', enterprise_id: 'E0GLOBEX' },
        enterprise: { id: 'E0GLOBEX' },
        user: { team_id: 'E0GLOBEX' },
      },
      'T0ACME',
      'T0ACME',
      true,
    ],
    ['a view that does not say', { ...view(), team: { id: 'T0GLOBEX' }, user: {} }, 'T0ACME', 'T0ACME', true],
    [
      'a view of an org-wide install',
      { ...view('E0ACME'), enterprise: { id: 'E0ACME' }, user: { team_id: 'E0ACME' } },
      'T0ACME',
      'T0ACME',
      false,
    ],
    [
      'a click in an org-wide install',
      { enterprise: { id: 'E0ACME' }, user: { team_id: 'E0ACME' }, message: { team: 'T0ACME' } },
      undefined,
      'T0ACME',
      false,
    ],
  ])('should be known of %s', (_, body, own, teamId, external) => {
    expect(whereaboutsOf(body, own)).toMatchObject({ teamId, external });
  });

  it('should not be known where nothing says where', () => {
    expect(whereaboutsOf({ user: {} })).toBeUndefined();
  });
});
