import type { Problem } from '../../src/game/problem.ts';
import type { Translate } from '../language/translate.ts';
import { problemWords } from '../words/problems.ts';
import { asMrkdwn, asPlain } from './line.ts';

/** What is wrong with what somebody typed, and what would be right, in one line. */
export const problemText = (problem: Problem, t: Translate): string => asMrkdwn(problemWords(problem, t), t);

/** The same without marks, to stand beside a field. */
export const plainProblem = (problem: Problem, t: Translate): string => asPlain(problemWords(problem, t), t);
