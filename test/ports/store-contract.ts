import { afterAll, beforeAll, describe } from 'vitest';
import { clockContract } from './store-contract/clocks.ts';
import { expiryContract } from './store-contract/expiry.ts';
import { messageContract } from './store-contract/message.ts';
import { paintContract } from './store-contract/paint.ts';
import { participantContract } from './store-contract/participants.ts';
import { resultContract } from './store-contract/results.ts';
import { sessionContract } from './store-contract/sessions.ts';
import { slotContract } from './store-contract/slots.ts';
import { startContract } from './store-contract/starts.ts';
import { type StoreBackend, tested } from './store-contract/tested.ts';

/** What every store promises, whatever it stores in. */
export function storeContract(name: string, start: () => Promise<StoreBackend>): void {
  describe(`The store on ${name}`, () => {
    let backend: StoreBackend;
    beforeAll(async () => {
      backend = await start();
    });
    afterAll(() => backend.close());

    const store = tested(() => backend);
    startContract(store);
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
