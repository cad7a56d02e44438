import { afterAll, beforeAll, describe } from 'vitest';
import { clockContract } from './contract/clocks.ts';
import { expiryContract } from './contract/expiry.ts';
import { messageContract } from './contract/message.ts';
import { paintContract } from './contract/paint.ts';
import { participantContract } from './contract/participants.ts';
import { resultContract } from './contract/results.ts';
import { sessionContract } from './contract/sessions.ts';
import { slotContract } from './contract/slots.ts';
import { type StoreBackend, tested } from './contract/tested.ts';

/** What every store promises, whatever it stores in. */
export function storeContract(name: string, start: () => Promise<StoreBackend>): void {
  describe(`The store on ${name}`, () => {
    let backend: StoreBackend;
    beforeAll(async () => {
      backend = await start();
    });
    afterAll(() => backend.close());

    const store = tested(() => backend);
    sessionContract(store);
    slotContract(store);
    participantContract(store);
    resultContract(store);
    messageContract(store);
    paintContract(store);
    expiryContract(store);
    clockContract(store);
  });
}
