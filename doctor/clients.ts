import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';

export type Clients = ReturnType<typeof createClients>;

/** Region and credentials are the operator's own: those that the AWS CLI would take, too. */
export const createClients = (region: string | undefined) => {
  const at = region === undefined ? {} : { region };
  return {
    cloudFormation: new CloudFormationClient(at),
    dynamo: new DynamoDBClient(at),
    lambda: new LambdaClient(at),
    sns: new SNSClient(at),
    sqs: new SQSClient(at),
    ssm: new SSMClient(at),
  };
};
