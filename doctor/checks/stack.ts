import type { Finding } from '../finding.ts';

/** A stack in CloudFormation, as it describes itself. */
export interface StackFacts {
  name: string;
  /** Such as `UPDATE_COMPLETE`; absent if there is no such stack. */
  status?: string;
  /** Ids of its resources, by their names in serverless.yml. */
  resources: Readonly<Record<string, string>>;
  outputs: Readonly<Record<string, string>>;
}

const GOOD: ReadonlySet<string> = new Set(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE']);

/** Whether the stack is there, whole, and not half way to another version. */
export function checkStack(
  { name, status, resources }: Omit<StackFacts, 'outputs'>,
  expected: readonly string[],
): Finding[] {
  if (status === undefined) {
    const todo = 'Deploy it, or say another --stage or --region';
    return [{ what: `There is no stack ${name}`, why: 'nothing is deployed there', todo }];
  }
  const half = GOOD.has(status)
    ? []
    : [
        {
          what: `The stack ${name} is ${status}`,
          why: 'part of it may be of another version',
          todo: 'Look at its events in CloudFormation, then deploy again',
        },
      ];
  const missing = expected.filter((resource) => resources[resource] === undefined);
  return [
    ...half,
    ...missing.map((resource) => ({
      what: `The stack ${name} has no ${resource}`,
      why: 'it was deployed from another serverless.yml, or the resource was removed',
      todo: 'Deploy again',
    })),
  ];
}
