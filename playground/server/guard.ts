import type { IncomingMessage } from 'node:http';

const LOCAL = new Set(['127.0.0.1', 'localhost']);

/**
 * Whether a request may come from the playground's own page. Other sites can make the browser send requests
 * to 127.0.0.1: with a foreign `Origin`, or, having pointed their name at it (DNS rebinding), a foreign `Host`.
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function isLocal(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return hostnameIsLocal(`http://${host}`) && (origin === undefined || hostnameIsLocal(origin));
}

function hostnameIsLocal(url: string): boolean {
  return URL.canParse(url) && LOCAL.has(new URL(url).hostname);
}
