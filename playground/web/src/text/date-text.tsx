import { useWorkspace } from '../workspace/workspace.ts';
import { formatDate } from './date-tokens.ts';

interface DateTextProps {
  /** Epoch seconds. */
  seconds: number;
  format: string;
  fallback?: string | undefined;
}

/** A date as Slack shows it to whoever looks: in their language and time zone. */
export function DateText({ seconds, format, fallback }: DateTextProps) {
  const { me } = useWorkspace();
  return <time>{formatDate(seconds, format, me, fallback)}</time>;
}
