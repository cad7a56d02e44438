import type { Member } from '../../../../stand-ins/slack/shapes.ts';
import { displayName } from './workspace.ts';

/** A rounded square of the member's colour with their initial. */
export function Avatar({ member, size }: { member: Member; size: number }) {
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{
        background: member.color,
        width: size,
        height: size,
        fontSize: size * 0.5,
        borderRadius: size * 0.22,
      }}
    >
      {displayName(member).charAt(0).toUpperCase()}
    </span>
  );
}
