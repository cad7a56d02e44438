import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { type ScriptedApp, slackWithApp } from './scripted-app.ts';

const text = (value: string) => ({ type: 'plain_text' as const, text: value });

const VIEW: ModalView = {
  type: 'modal',
  callback_id: 'new_session',
  private_metadata: '{"channel":"C0PLANNING"}',
  title: text('New session'),
  submit: text('Start'),
  blocks: [
    {
      type: 'input',
      block_id: 'stories',
      label: text('Stories'),
      element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'deck',
      label: text('Deck'),
      element: {
        type: 'static_select',
        action_id: 'choice',
        initial_option: { text: text('Fibonacci'), value: 'fibonacci' },
        options: ['Fibonacci', 'T-shirt'].map((name) => ({ text: text(name), value: name.toLowerCase() })),
      },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'add', text: text('Add'), value: 'a' }],
    },
  ],
};

/** Ada with the modal open. */
async function opened(view: ModalView = VIEW) {
  const setting = await slackWithApp();
  const ada = setting.slack.as('ada');
  await ada.command('/groom');
  await setting.client.views.open({ trigger_id: trigger(setting.app), view });
  return { ...setting, ada };
}

const trigger = ({ last }: ScriptedApp): string =>
  String(last().form.trigger_id ?? last().payload.trigger_id);

describe('A trigger id', () => {
  it('should open a modal in the window of the person it came from', async () => {
    const { slack, ada } = await opened();
    expect(ada.view.view).toMatchObject({ callback_id: 'new_session' });
    expect(slack.as('bo').views).toEqual([]);
  });

  it('should work once, and for three seconds', async () => {
    let now = 1_700_000_000_000;
    const { slack, app, client } = await slackWithApp({ now: () => now });
    const open = (trigger_id: string) => client.views.open({ trigger_id, view: VIEW });
    await expect(open('1.2.3')).rejects.toThrow('invalid_trigger_id');
    await slack.as('ada').command('/groom');
    await open(trigger(app));
    await expect(open(trigger(app))).rejects.toThrow('exchanged_trigger_id');
    await slack.as('ada').command('/groom');
    now += 3001;
    await expect(open(trigger(app))).rejects.toThrow('expired_trigger_id');
  });

  it('should not open what is no modal', async () => {
    const { slack, app, client } = await slackWithApp();
    await slack.as('ada').command('/groom');
    const view = { ...VIEW, title: text('A title that is far too long') };
    await expect(client.views.open({ trigger_id: trigger(app), view })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
  });
});

describe('Submitting', () => {
  it('should reach the app as Slack sends it, and close the view', async () => {
    const { app, ada } = await opened();
    await ada.submit({ Stories: 'Add SSO', deck: 'T-shirt' });
    expect(app.last().payload).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ADA' },
      trigger_id: expect.any(String),
      response_urls: [],
      view: {
        callback_id: 'new_session',
        private_metadata: '{"channel":"C0PLANNING"}',
        hash: expect.any(String),
        root_view_id: expect.stringMatching(/^V/),
        state: {
          values: {
            stories: { text: { type: 'plain_text_input', value: 'Add SSO' } },
            deck: { choice: { type: 'static_select', selected_option: { value: 't-shirt' } } },
          },
        },
      },
    });
    expect(ada.views).toEqual([]);
  });

  it('should be stopped by Slack’s own client where an input is empty or too long', async () => {
    const { app, ada } = await opened();
    await expect(ada.submit()).rejects.toThrow('required field');
    await expect(ada.submit({ stories: 'x'.repeat(21) })).rejects.toThrow('shorten');
    expect(app.received).toHaveLength(1);
  });

  it('should show errors at the inputs they name', async () => {
    const { app, ada } = await opened();
    app.answer = () => ({ body: { response_action: 'errors', errors: { stories: 'One is enough' } } });
    await ada.submit({ stories: 'x' });
    expect(ada.view.errors).toEqual({ stories: 'One is enough' });
    app.answer = () => ({});
    await ada.submit();
    expect(ada.views).toEqual([]);
  });

  it.each([
    ['errors for a block that has no input', { response_action: 'errors', errors: { more: 'x' } }],
    ['an unknown action', { response_action: 'explode' }],
    ['a bad view', { response_action: 'update', view: { type: 'modal' } }],
    ['no JSON', 'OK'],
  ])('should stay open, with a warning, after %s', async (_, body) => {
    const { app, ada } = await opened();
    app.answer = () => ({ body });
    await ada.submit({ stories: 'x' });
    expect(ada.views).toHaveLength(1);
    expect(ada.warnings().map((warning) => warning.text)).toEqual([
      'We had some trouble connecting. Try again?',
    ]);
  });

  it('should push, update and clear views as the acknowledgement says', async () => {
    const { app, ada } = await opened();
    app.answer = () => ({ body: { response_action: 'push', view: { ...VIEW, callback_id: 'second' } } });
    await ada.submit({ stories: 'x' });
    expect(ada.views.map(({ view }) => view.callback_id)).toEqual(['new_session', 'second']);
    expect(ada.view.rootId).toBe(ada.views[0]?.id);
    app.answer = () => ({ body: { response_action: 'update', view: { ...VIEW, callback_id: 'third' } } });
    await ada.submit({ stories: 'kept' });
    expect(ada.view).toMatchObject({
      view: { callback_id: 'third' },
      values: { stories: { text: { value: 'kept' } } },
    });
    app.answer = () => ({ body: { response_action: 'clear' } });
    await ada.submit();
    expect(ada.views).toEqual([]);
  });
});

describe('An open modal', () => {
  it('should send clicks with what was entered', async () => {
    const { app, ada } = await opened();
    ada.fill({ deck: 'T-shirt' });
    await ada.clickInView('Add');
    expect(app.last().payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: ada.view.id },
      actions: [{ action_id: 'add' }],
      view: { state: { values: { deck: { choice: { selected_option: { value: 't-shirt' } } } } } },
    });
    expect(app.last().payload).not.toHaveProperty('response_url');
  });

  it('should send no choice of an input before the submission', async () => {
    const { ada } = await opened();
    await expect(ada.chooseInView('T-shirt')).rejects.toThrow('Nothing shown offers');
  });

  it('should hold three views at most', async () => {
    const { app, ada, client } = await opened();
    const push = async () => {
      await ada.clickInView('Add');
      return client.views.push({ trigger_id: trigger(app), view: VIEW });
    };
    await push();
    await push();
    await expect(push()).rejects.toThrow('push_limit_reached');
  });

  it('should be updated unless something was faster', async () => {
    const { ada, client } = await opened();
    const { id: view_id, hash } = ada.view;
    const view = { ...VIEW, title: text('Changed') };
    await client.views.update({ view_id, hash, view });
    expect(ada.view.view.title.text).toBe('Changed');
    await expect(client.views.update({ view_id, hash, view })).rejects.toThrow('hash_conflict');
    ada.reload();
    await expect(client.views.update({ view_id, view })).rejects.toThrow('not_found');
  });

  it('should tell that it was closed, if asked to', async () => {
    const { app, ada } = await opened({ ...VIEW, notify_on_close: true });
    await ada.closeView();
    expect(app.last().payload).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(ada.views).toEqual([]);
  });
});

describe('The inputs of a modal', () => {
  const input = (block_id: string, element: object, rest = {}) => ({
    type: 'input' as const,
    block_id,
    label: text(block_id),
    ...rest,
    element: { action_id: 'it', ...element },
  });
  const options = ['A', 'B', 'C'].map((name) => ({ text: text(name), value: name.toLowerCase() }));
  const blocks = [
    input('when', { type: 'datetimepicker' }),
    input('at', { type: 'timepicker' }, { optional: true }),
    input('link', { type: 'url_text_input' }, { optional: true }),
    input('boxes', { type: 'checkboxes', options, initial_options: options.slice(0, 1) }, { optional: true }),
  ];
  const view = { ...VIEW, blocks } as ModalView;
  const sent = (app: ScriptedApp) => app.last().payload.view as { state: { values: object } };

  it('should be sent as Slack keeps them', async () => {
    const { app, ada } = await opened(view);
    await ada.submit({ when: '1700000000', at: '17:00', link: 'https://a.example/1', boxes: ['B', 'C'] });
    expect(sent(app).state.values).toEqual({
      when: { it: { type: 'datetimepicker', selected_date_time: 1_700_000_000 } },
      at: { it: { type: 'timepicker', selected_time: '17:00' } },
      link: { it: { type: 'url_text_input', value: 'https://a.example/1' } },
      boxes: { it: { type: 'checkboxes', selected_options: options.slice(1) } },
    });
  });

  it('should be emptied', async () => {
    const { app, ada } = await opened(view);
    await ada.submit({ when: '1700000000', link: '', boxes: [] });
    expect(sent(app).state.values).toMatchObject({
      at: { it: { selected_time: null } },
      link: { it: { value: null } },
      boxes: { it: { selected_options: [] } },
    });
  });

  it('should be checked by Slack’s own client', async () => {
    const { ada } = await opened(view);
    await expect(ada.submit({ link: 'nowhere' })).rejects.toThrow(
      '{"when":"Please complete this required field.","link":"Please enter a valid URL."}',
    );
    expect(() => ada.fill({ at: 'five' })).toThrow('timepicker does not offer “five”');
    expect(() => ada.fill({ at: ['17:00', '18:00'] })).toThrow('takes one choice, not 2');
  });
});
