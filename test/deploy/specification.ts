import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { CloudFormation } from './package.ts';

/**
 * AWS's own specification of what CloudFormation takes: which resources there are, which properties they have, of
 * which types, and which of them must be there. It comes with the package, so nothing is fetched.
 */
const specification = loadAwsServiceSpecSync();

type Json = unknown;
type Resource = NonNullable<ReturnType<typeof find>>;
type Properties = Resource['properties'];
type Type = Properties[string]['type'];

const find = (type: string) => specification.lookup('resource', 'cloudFormationType', 'equals', type)[0];

/** What the specification has against a template, each with where it is. */
export function violations({ Resources }: Pick<CloudFormation, 'Resources'>): string[] {
  return Object.entries(Resources).flatMap(([name, { Type, Properties = {} }]) => {
    const resource = find(Type);
    return resource ? ofObject(Properties, resource.properties, name) : [`${name}: there is no ${Type}`];
  });
}

function ofObject(value: Record<string, Json>, properties: Properties, where: string): string[] {
  const missing = Object.entries(properties)
    .filter(([name, { required }]) => required && value[name] === undefined)
    .map(([name]) => `${where}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, given]) => {
    const property = properties[name];
    return property ? ofValue(given, property.type, `${where}.${name}`) : [`${where}.${name} is unknown`];
  });
  return [...missing, ...wrong];
}

function ofValue(value: Json, type: Type, where: string): string[] {
  const branches = conditional(value);
  if (branches) return branches.flatMap((branch) => ofValue(branch, type, where));
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case 'union': {
      const each = type.types.map((one) => ofValue(value, one, where));
      return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
    }
    case 'array':
      if (!Array.isArray(value)) return [`${where} is no list`];
      return value.flatMap((one, index) => ofValue(one, type.element, `${where}[${index}]`));
    case 'map':
      if (!isObject(value)) return [`${where} is no map`];
      return Object.entries(value).flatMap(([key, one]) => ofValue(one, type.element, `${where}.${key}`));
    case 'ref': {
      if (!isObject(value)) return [`${where} is no object`];
      const { properties } = specification.get('typeDefinition', type.reference.$ref);
      return ofObject(value, properties, where);
    }
    case 'json':
      return isObject(value) ? [] : [`${where} is no JSON`];
    case 'tag':
      return isObject(value) ? [] : [`${where} is no tag`];
    case 'date-time':
      return typeof value === 'string' ? [] : [`${where} is no string`];
    case 'integer':
      return Number.isInteger(value) ? [] : [`${where} is no integer`];
    case 'string':
    case 'number':
    case 'boolean': {
      const isRight = typeof value === type.type && isAllowed(value, type);
      return isRight ? [] : [`${where} is no ${type.type}, or none of those allowed`];
    }
    case 'null':
      return value === null ? [] : [`${where} is not null`];
  }
}

const isAllowed = (value: Json, type: Type): boolean =>
  !('allowedValues' in type && type.allowedValues) || type.allowedValues.some((one) => one === value);

/** The two branches of an `Fn::If`; `AWS::NoValue` is as good as nothing. */
function conditional(value: Json): Json[] | undefined {
  if (!isObject(value) || !Array.isArray(value['Fn::If'])) return undefined;
  return value['Fn::If'].slice(1).filter((one) => !isObject(one) || one.Ref !== 'AWS::NoValue');
}

/** What CloudFormation puts in itself: its type isn't known here. */
const isIntrinsic = (value: Json): boolean =>
  isObject(value) && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? '');

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
