/** Which issue keys a channel's titles have: those of its projects (`PROJ-12`) or of any, and numbers such as `#12`. */
export interface IssueKeys {
  projects: readonly string[] | 'any';
  numbers: boolean;
  /** Whether `$1` is the whole key, as it was in a pattern such as `([A-Z]+-\d+)`; else it is the number. */
  wholeFirst: boolean;
}

/** A key in a title, and its number. */
export interface IssueKey {
  start: number;
  end: number;
  number: string;
}

const MOST_PROJECTS = 20;
const PROJECT = '[A-Z][A-Z0-9_]{0,19}';
const NUMBER = String.raw`\d{1,20}`;
/** Latin words end at spaces; Japanese, Chinese and Korean ones stand beside a key without any. */
const WORD = String.raw`[[\p{L}\p{N}\p{M}_]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}ー]]`;

/**
 * Reads what a channel has set: the names of projects (`PROJ, OPS`), an example of a key (`PROJ-12`), `KEY-123` for any,
 * `#123` for numbers. Of the patterns that earlier versions took, those that mean one of these. `undefined` for all else.
 */
export function parseIssueKeys(text: string): IssueKeys | undefined {
  const former = formerPattern(text.trim());
  if (former) return former;
  const words = text.split(/[\s,;、，]+/).filter(Boolean);
  const isNumber = (word: string) => /^#\d{0,20}$/.test(word);
  const named = words.filter((word) => !isNumber(word));
  const projects = named.flatMap((word) => projectOf(word) ?? []);
  if (words.length === 0 || projects.length < named.length || projects.length > MOST_PROJECTS)
    return undefined;
  return {
    projects: projects.includes('KEY') ? 'any' : [...new Set(projects)],
    numbers: words.some(isNumber),
    wholeFirst: false,
  };
}

/** `PROJ` of `PROJ` and of `PROJ-12`. */
const projectOf = (word: string): string | undefined =>
  new RegExp(`^(${PROJECT})(?:-${NUMBER})?$`).exec(word.toUpperCase())?.[1];

/** The regular expressions that many have set: `PROJ-(\d+)`, `[A-Z]+-\d+`, `#(\d+)`. */
function formerPattern(pattern: string): IssueKeys | undefined {
  const bare = pattern.replaceAll(/[()]/g, '').replace(/\[0-9\]|\\d/, 'd');
  const wholeFirst = /^\(.*\)$/.test(pattern) && !/^\([^()]*\).*\)$/.test(pattern);
  const isInBrackets = wholeFirst || /^[^()]*(?:\((?:\\d|\[0-9\])\+\))?$/.test(pattern);
  if (!isInBrackets) return undefined;
  if (/^#d\+$/.test(bare)) return { projects: [], numbers: true, wholeFirst };
  if (/^(?:\[A-Z\]|\[A-Z\]\[A-Z0-9_?\])\+-d\+$/.test(bare))
    return { projects: 'any', numbers: false, wholeFirst };
  const [, project] = new RegExp(`^(${PROJECT})-d\\+$`).exec(bare) ?? [];
  return project === undefined ? undefined : { projects: [project], numbers: false, wholeFirst };
}

/** The keys in a title, in order. */
export function findKeys(title: string, { projects, numbers }: IssueKeys): IssueKey[] {
  const project = projects === 'any' ? PROJECT : projects.join('|');
  const kinds = [
    ...(project === '' ? [] : [`(?:${project})-(?<key>${NUMBER})`]),
    ...(numbers ? [`#(?<hash>${NUMBER})`] : []),
  ];
  const keys = new RegExp(`(?<!${WORD}|#)(?:${kinds.join('|')})(?!${WORD})`, 'gv');
  return [...title.matchAll(keys)].map(({ index, 0: whole, groups = {} }) => ({
    start: index,
    end: index + whole.length,
    number: groups.key ?? groups.hash ?? '',
  }));
}
