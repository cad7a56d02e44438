import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../src/time.ts';
import { ADA, BO } from '../../game/a-session.ts';
import { type FullChatBackend, home, modal } from './backend.ts';
import { refused } from './messages.ts';

export function viewContract(backend: () => FullChatBackend): void {
  describe('A modal', () => {
    it('should be opened where the trigger comes from', async () => {
      const { chat, window } = backend();
      const [ada, bo] = [window(ADA), window(BO)];
      expect(await chat.openView(ada.trigger(), modal('One'))).toMatchObject({ ok: true });
      expect(ada.titles()).toEqual(['One']);
      expect(bo.titles()).toEqual([]);
    });

    it('should be opened on top of another', async () => {
      const { chat, window } = backend();
      const ada = window(ADA);
      await chat.openView(ada.trigger(), modal('One'));
      expect(await chat.pushView(ada.trigger(), modal('Two'))).toMatchObject({ ok: true });
      expect(ada.titles()).toEqual(['One', 'Two']);
    });

    it('should be drawn afresh where it is', async () => {
      const { chat, window } = backend();
      const ada = window(ADA);
      await chat.openView(ada.trigger(), modal('One'));
      const below = ada.viewId();
      await chat.pushView(ada.trigger(), modal('Two'));
      expect(await chat.updateView(below, modal('Three'))).toMatchObject({ ok: true });
      expect(ada.titles()).toEqual(['Three', 'Two']);
    });

    it('should not be opened by a trigger that is used up, or older than three seconds', async () => {
      const { chat, window, pass } = backend();
      const ada = window(ADA);
      const [used, old] = [ada.trigger(), ada.trigger()];
      await chat.openView(used, modal('One'));
      expect(await chat.pushView(used, modal('Two'))).toEqual(refused('exchanged_trigger_id'));
      pass(4 * SECOND);
      expect(await chat.openView(old, modal('Two'))).toEqual(refused('expired_trigger_id'));
      expect(ada.titles()).toEqual(['One']);
    });

    it('should not be drawn afresh once it is closed', async () => {
      expect(await backend().chat.updateView('V0CLOSED', modal('One'))).toEqual(refused('not_found'));
    });
  });

  describe('A Home tab', () => {
    it('should be its owner’s, and show what was published last', async () => {
      const { chat, home: shown } = backend();
      expect(await chat.publishHome(ADA, home('One'))).toMatchObject({ ok: true });
      await chat.publishHome(ADA, home('Two'));
      expect(shown(ADA)).toMatchObject(home('Two').blocks);
      expect(shown(BO)).toBeUndefined();
    });
  });
}
