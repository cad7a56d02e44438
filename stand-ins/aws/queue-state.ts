/** What stands in a FIFO queue of fauxqs at one moment. */
export interface QueueState {
  /** Messages that the next receive could return. Those behind an invisible one of their group don't count. */
  receivable: number;
  /** Messages that were received and neither deleted nor returned. */
  invisible: InvisibleMessage[];
}

interface InvisibleMessage {
  receiptHandle: string;
  body: string;
  groupId: string;
  /** Milliseconds since the epoch: when it becomes visible again. */
  returnsAt: number;
}

interface Inspection {
  messages: {
    ready: { messageGroupId: string }[];
    inflight: {
      message: { messageGroupId: string; body: string };
      receiptHandle: string;
      visibilityDeadline: number;
    }[];
  };
}

/**
 * Looks into a queue without receiving. SQS itself can't tell this; fauxqs can, over HTTP.
 * https://github.com/kibertoad/fauxqs#queue-inspection
 */
export async function inspectQueue(endpoint: string, queueUrl: string): Promise<QueueState> {
  const name = new URL(queueUrl).pathname.split('/').at(-1);
  const response = await fetch(new URL(`/_fauxqs/queues/${name}`, endpoint));
  if (!response.ok) throw new Error(`${endpoint} can't show queue ${name}: ${response.status}`);
  const { messages } = (await response.json()) as Inspection;
  const now = Date.now();
  const invisible = messages.inflight.map(({ message, receiptHandle, visibilityDeadline }) => ({
    receiptHandle,
    body: message.body,
    groupId: message.messageGroupId,
    returnsAt: visibilityDeadline,
  }));
  const hidden = invisible.filter(({ returnsAt }) => returnsAt > now);
  const blocked = new Set(hidden.map(({ groupId }) => groupId));
  const ready = messages.ready.filter(({ messageGroupId }) => !blocked.has(messageGroupId));
  return { receivable: ready.length + invisible.length - hidden.length, invisible: hidden };
}
