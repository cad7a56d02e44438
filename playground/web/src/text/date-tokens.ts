const DAY_MS = 86_400_000;

type Style = Intl.DateTimeFormatOptions;
const DATE: Style = { year: 'numeric', month: 'long', day: 'numeric' };
const DATE_SHORT: Style = { year: 'numeric', month: 'short', day: 'numeric' };
const DATE_LONG: Style = { ...DATE, weekday: 'long' };
const TIME: Style = { hour: 'numeric', minute: '2-digit' };

/** In whose language and time zone a date is written; the computer's zone if absent. */
export interface Reader {
  locale?: string;
  timeZone?: string;
}

type Write = (date: Date, reader: Reader) => string;

/** The tokens of `<!date^…>`, https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
const TOKENS: Record<string, Write> = {
  date_num: (date, { timeZone }) => inStyle(date, { locale: 'sv-SE', ...(timeZone && { timeZone }) }, {}),
  date_slash: (date, reader) => inStyle(date, reader, {}),
  date: (date, reader) => inStyle(date, reader, DATE),
  date_short: (date, reader) => inStyle(date, reader, DATE_SHORT),
  date_long: (date, reader) => inStyle(date, reader, DATE_LONG),
  date_long_full: (date, reader) => inStyle(date, reader, DATE),
  date_pretty: (date, reader) => relativeDay(date, reader) ?? inStyle(date, reader, DATE),
  date_short_pretty: (date, reader) => relativeDay(date, reader) ?? inStyle(date, reader, DATE_SHORT),
  date_long_pretty: (date, reader) => relativeDay(date, reader) ?? inStyle(date, reader, DATE_LONG),
  day_divider_pretty: dayDivider,
  time: (date, reader) => inStyle(date, reader, TIME),
  time_secs: (date, reader) => inStyle(date, reader, { ...TIME, second: '2-digit' }),
  ago,
};

/** The date in Slack's format, or the fallback if it is no date, as in old clients of Slack's. */
export function formatDate(seconds: number, format: string, reader: Reader, fallback = ''): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return fallback;
  return format.replace(/\{(\w+)\}/g, (token, name: string) => TOKENS[name]?.(date, reader) ?? token);
}

function inStyle(date: Date, { locale = 'en-US', timeZone }: Reader, style: Style): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const isTime = style.hour !== undefined;
  return isTime
    ? date.toLocaleTimeString(locale, { ...style, ...zone })
    : date.toLocaleDateString(locale, { ...style, ...zone });
}

/** `Today`, `Yesterday`, `Monday, November 2nd`: the line between two days of a channel. */
export function dayDivider(date: Date, reader: Reader = {}): string {
  const day = relativeDay(date, reader);
  if (day) return day.charAt(0).toUpperCase() + day.slice(1);
  return inStyle(date, reader, { weekday: 'long', month: 'long', day: 'numeric' });
}

export function clockTime(date: Date): string {
  return inStyle(date, {}, TIME);
}

/** `today`, `gestern`, …; nothing for other days. */
function relativeDay(date: Date, reader: Reader): string | undefined {
  const midnight = (when: Date) => Date.parse(`${TOKENS.date_num?.(when, reader)}T00:00:00Z`);
  const days = Math.round((midnight(date) - midnight(new Date())) / DAY_MS);
  return Math.abs(days) > 1 ? undefined : relative(reader).format(days, 'day');
}

function ago(date: Date, reader: Reader): string {
  const minutes = Math.round((date.getTime() - Date.now()) / 60_000);
  if (Math.abs(minutes) < 60) return relative(reader).format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return relative(reader).format(hours, 'hour');
  return relative(reader).format(Math.round(hours / 24), 'day');
}

function relative({ locale = 'en-US' }: Reader): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
}
