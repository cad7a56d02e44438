const DAY_MS = 86_400_000;

type Style = Intl.DateTimeFormatOptions;
const DATE: Style = { year: 'numeric', month: 'long', day: 'numeric' };
const DATE_SHORT: Style = { year: 'numeric', month: 'short', day: 'numeric' };
const DATE_LONG: Style = { ...DATE, weekday: 'long' };
const TIME: Style = { hour: 'numeric', minute: '2-digit' };

/** The tokens of `<!date^…>`, https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
const TOKENS: Record<string, (date: Date) => string> = {
  date_num: (date) => date.toISOString().slice(0, 10),
  date_slash: (date) => date.toLocaleDateString('en-US'),
  date: (date) => date.toLocaleDateString('en-US', DATE),
  date_short: (date) => date.toLocaleDateString('en-US', DATE_SHORT),
  date_long: (date) => date.toLocaleDateString('en-US', DATE_LONG),
  date_pretty: (date) => relativeDay(date) ?? date.toLocaleDateString('en-US', DATE),
  date_short_pretty: (date) => relativeDay(date) ?? date.toLocaleDateString('en-US', DATE_SHORT),
  date_long_pretty: (date) => relativeDay(date) ?? date.toLocaleDateString('en-US', DATE_LONG),
  day_divider_pretty: dayDivider,
  time: (date) => date.toLocaleTimeString('en-US', TIME),
  time_secs: (date) => date.toLocaleTimeString('en-US', { ...TIME, second: '2-digit' }),
  ago,
};

export function formatDate(seconds: number, format: string): string {
  const date = new Date(seconds * 1000);
  return format.replace(/\{(\w+)\}/g, (token, name: string) => TOKENS[name]?.(date) ?? token);
}

/** `Today`, `Yesterday`, `Monday, November 2nd`: the line between two days of a channel. */
export function dayDivider(date: Date): string {
  const day = relativeDay(date);
  if (day) return day.charAt(0).toUpperCase() + day.slice(1);
  return date.toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
}

export function clockTime(date: Date): string {
  return date.toLocaleTimeString('en-US', TIME);
}

function relativeDay(date: Date): string | undefined {
  const midnight = (when: Date) => new Date(when).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(date) - midnight(new Date())) / DAY_MS);
  return { '0': 'today', '-1': 'yesterday', '1': 'tomorrow' }[String(days)];
}

function ago(date: Date): string {
  const minutes = Math.round((Date.now() - date.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} minutes ago`;
  if (minutes < 60 * 24) return `${Math.round(minutes / 60)} hours ago`;
  return `${Math.round(minutes / 60 / 24)} days ago`;
}
