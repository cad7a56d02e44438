import { type QueryService, refusal } from './query-protocol.ts';

export interface Topic {
  arn: string;
  subscriptions: Subscription[];
}

interface Subscription {
  /** The address. */
  endpoint: string;
  /** `PendingConfirmation` until somebody there has said yes. */
  arn: string;
}

/** SNS, as far as it says who is subscribed. https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html */
export const sns = (topic: Topic): QueryService => ({
  name: 'sns',
  version: '2010-03-31',
  namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
  actions: {
    ListSubscriptionsByTopic({ TopicArn = '' }) {
      if (!/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/.test(TopicArn)) {
        return refusal(400, 'InvalidParameter', 'Invalid parameter: TopicArn');
      }
      if (TopicArn !== topic.arn) return refusal(404, 'NotFound', 'Topic does not exist');
      const Subscriptions = topic.subscriptions.map(({ endpoint, arn }) => ({
        TopicArn,
        Protocol: 'email',
        SubscriptionArn: arn,
        Owner: '000000000000',
        Endpoint: endpoint,
      }));
      return { result: { Subscriptions } };
    },
  },
});
