import { useCallback, useState } from 'react';

const SHOWN_MS = 6000;

/** One line at the foot of the page; a newer one replaces it. */
export function useNotice() {
  const [notice, setNotice] = useState<{ text: string }>();
  const notify = useCallback((text: string) => {
    const shown = { text };
    setNotice(shown);
    setTimeout(() => setNotice((current) => (current === shown ? undefined : current)), SHOWN_MS);
  }, []);
  return { notice: notice?.text, notify };
}
