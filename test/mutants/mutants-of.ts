import ts from 'typescript';

/** One small change of a source file, which some test should notice. */
export interface Mutant {
  path: string;
  /** What it replaces: from here up to there, and by what. */
  start: number;
  end: number;
  from: string;
  to: string;
  /** From 1. */
  line: number;
}

/** What stands in place of a node. */
type Change = { of: ts.Node; to: string };

/** Each operator, and what it is easily mistaken for. */
const MISTAKEN: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
};

/** Operators that are right without one of their sides, in the one or the other case. */
const ONE_SIDED = ['&&', '||', '??'];

/** What is logged is promised to nobody. */
const LOGGED = /^(await )?([\w.]+\.)?log\./;

/** Every mutant of a file, in the order of the text; some may not compile. */
export function mutantsOf(path: string, text: string): Mutant[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || isLogged(node)) return;
    for (const { of, to } of changesOf(node)) {
      const start = of.getStart(source);
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ path, start, end: of.end, from: text.slice(start, of.end), to, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

/** The file's text with the mutant in it. */
export const mutated = (text: string, { start, end, to }: Mutant): string =>
  text.slice(0, start) + to + text.slice(end);

function changesOf(node: ts.Node): Change[] {
  if (ts.isBinaryExpression(node)) return ofOperator(node);
  if (ts.isIfStatement(node)) return [...negated(node.expression), { of: node.expression, to: 'false' }];
  if (ts.isConditionalExpression(node)) return negated(node.condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [{ of: node, to: node.operand.getText() }];
  if (isDone(node)) return [{ of: node, to: ';' }];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return [{ of: node, to: node.expression.expression.getText() }];
  if (ts.isArrayLiteralExpression(node)) return withoutOne(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ of: node, to: 'false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ of: node, to: 'true' }];
  return [];
}

const isLogged = (node: ts.Node): boolean => ts.isExpressionStatement(node) && LOGGED.test(node.getText());

/** A statement that calls something, or assigns. */
function isDone(node: ts.Node): boolean {
  if (!ts.isExpressionStatement(node)) return false;
  const done = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  return (
    ts.isCallExpression(done) ||
    (ts.isBinaryExpression(done) && /^[^=!<>]?=$/.test(done.operatorToken.getText()))
  );
}

function ofOperator(node: ts.BinaryExpression): Change[] {
  const operator = node.operatorToken.getText();
  const mistaken = MISTAKEN[operator];
  const sides = ONE_SIDED.includes(operator) ? [node.left, node.right] : [];
  return [
    ...(mistaken === undefined ? [] : [{ of: node.operatorToken, to: mistaken }]),
    ...sides.map((side) => ({ of: node, to: side.getText() })),
  ];
}

/** A condition turned round, unless one of its own operators is turned round anyway. */
function negated(condition: ts.Expression): Change[] {
  const isTurned =
    ts.isPrefixUnaryExpression(condition) ||
    (ts.isBinaryExpression(condition) && /^[!=]==$/.test(condition.operatorToken.getText()));
  return isTurned ? [] : [{ of: condition, to: `!(${condition.getText()})` }];
}

/** Lists of conditions, changes and jobs lose one; lists of words and numbers are data. */
function withoutOne(list: ts.ArrayLiteralExpression): Change[] {
  return list.elements
    .filter((element) => !ts.isLiteralExpression(element))
    .map((left) => ({
      of: list,
      to: `[${list.elements
        .filter((element) => element !== left)
        .map((element) => element.getText())
        .join(', ')}]`,
    }));
}
