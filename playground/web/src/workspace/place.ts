import { useCallback, useEffect, useState } from 'react';
import type { HomeTab } from '../../../../stand-ins/slack/shapes.ts';

/**
 * Who looks, and where: `?as=ada&channel=general`; in the app's own conversation, also at which tab. Kept in the
 * URL, so that two windows can be two people.
 */
export interface Place {
  as?: string;
  channel?: string;
  tab?: HomeTab;
}

export function usePlace(): [Place, (change: Place, how?: 'push' | 'replace') => void] {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const onPopState = () => setPlace(readPlace());
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  const go = useCallback((change: Place, how: 'push' | 'replace' = 'push') => {
    const next = { ...readPlace(), ...change };
    const url = placeUrl(next);
    if (how === 'push') history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    setPlace(next);
  }, []);
  return [place, go];
}

export function placeUrl(place: Place): string {
  const query = new URLSearchParams();
  if (place.as) query.set('as', place.as);
  if (place.channel) query.set('channel', place.channel);
  if (place.tab && place.tab !== 'home') query.set('tab', place.tab);
  return `?${query}`;
}

function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  const as = query.get('as');
  const channel = query.get('channel');
  const tab = query.get('tab') === 'messages' ? 'messages' : 'home';
  return { ...(as && { as }), ...(channel && { channel }), tab };
}
