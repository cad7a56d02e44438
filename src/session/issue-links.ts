/** How a channel's issue keys become links: `PROJ-(\d+)` → `https://tracker/browse/PROJ-$1`. */
export interface IssueLinks {
  pattern: string;
  url: string;
}
