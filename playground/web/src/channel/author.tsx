import type { Member } from '../../../../stand-ins/slack/shapes.ts';
import { AppIcon } from '../icons.tsx';
import { Avatar } from '../workspace/avatar.tsx';
import { displayName, useWorkspace } from '../workspace/workspace.ts';

const SIZE = 36;

/** Without a member, the app's own picture. */
export function AuthorPicture({ author }: { author: Member | undefined }) {
  return author ? <Avatar member={author} size={SIZE} /> : <AppIcon size={SIZE} />;
}

export function AuthorName({ author }: { author: Member | undefined }) {
  const { app } = useWorkspace();
  if (author) return <b className="author">{displayName(author)}</b>;
  return (
    <>
      <b className="author">{app.name}</b>
      <span className="app-badge">APP</span>
    </>
  );
}
