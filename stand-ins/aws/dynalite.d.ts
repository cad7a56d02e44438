/** dynalite ships no types. https://github.com/architect/dynalite */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** An HTTP server that speaks DynamoDB's protocol, from memory. Closing it closes its store. */
  function dynalite(options?: {
    /** Milliseconds a table stays in state CREATING. */
    createTableMs?: number;
    deleteTableMs?: number;
  }): Server;

  export = dynalite;
}
