/** What CHANGELOG.md says of a version. Throws if that is nothing: a release that nobody has described. */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => /^\[?([^\]\s]+)/.exec(section)?.[1] === version);
  const [, ...lines] = own?.split('\n') ?? [];
  const notes = lines.join('\n').trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}
