import { beforeAll, describe, expect, it } from 'vitest';
import { type CloudFormation, packageService } from './package.ts';
import { violations } from './specification.ts';

let template: CloudFormation;
beforeAll(async () => {
  ({ template } = await packageService('--param', 'tableKeyArn=arn:aws:kms:us-east-1:111122223333:key/1'));
});

describe('The template', () => {
  it('should have resources and properties that AWS knows, miss none, and have each of its type', () => {
    expect(Object.keys(template.Resources).length).toBeGreaterThan(30);
    expect(violations(template)).toEqual([]);
  });

  it.each([
    ['an unknown resource', { Type: 'AWS::SQS::Line' }, 'Queue: there is no AWS::SQS::Line'],
    ['an unknown property', { Properties: { Fifo: true } }, 'Queue.Fifo is unknown'],
    [
      'an unknown property deeper down',
      { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { Enabled: true, SSEEnabled: true } } },
      'Queue.SSESpecification.Enabled is unknown',
    ],
    [
      'an unknown property behind a condition',
      {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          SSESpecification: { 'Fn::If': ['A', { SSEEnabled: true, Key: '' }, { Ref: 'AWS::NoValue' }] },
        },
      },
      'Queue.SSESpecification.Key is unknown',
    ],
    [
      'one that must be there',
      { Type: 'AWS::DynamoDB::Table', Properties: {} },
      'Queue.KeySchema is missing',
    ],
    [
      'one that must be there in a list',
      { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [{ AttributeName: 'PK' }] } },
      'Queue.KeySchema[0].KeyType is missing',
    ],
    [
      'another type',
      { Properties: { FifoQueue: 'yes' } },
      'Queue.FifoQueue is no boolean, or none of those allowed',
    ],
  ])('should be refused with %s', (_, resource, violation) => {
    const Queue = { Type: 'AWS::SQS::Queue', Properties: {}, ...resource };
    expect(violations({ Resources: { Queue } })).toContain(violation);
  });
});
