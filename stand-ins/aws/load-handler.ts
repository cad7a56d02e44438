import { evaluateAfresh, type Surroundings } from './fresh-module.ts';
import type { LambdaContext } from './lambda-context.ts';

/** What a deployed file exports as `handler`. */
export type Handler = (event: unknown, context: LambdaContext) => unknown;

/** A cold start. Throws what the file throws, and for a handler that Lambda would refuse. */
export function loadHandler(file: string, surroundings: Surroundings): Handler {
  return acceptHandler(evaluateAfresh(file, surroundings).handler, file);
}

/**
 * Lambda's Node 24 has no callbacks and refuses a handler that declares one as its third parameter.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html#nodejs-handler-callback
 */
export function acceptHandler(handler: unknown, name: string): Handler {
  if (typeof handler !== 'function') throw new Error(`Runtime.HandlerNotFound: ${name} exports no handler`);
  if (handler.length >= 3) {
    throw new Error(
      `Runtime.CallbackHandlerDeprecated: ${name}'s handler declares ${handler.length} parameters`,
    );
  }
  return handler as Handler;
}
