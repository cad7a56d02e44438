import type { MessageFile } from '../../../../stand-ins/slack/shapes.ts';
import { DownloadIcon, FileIcon } from '../icons.tsx';

/** A shared file: what it is, how it begins, and a way to save it. */
export function FileCard({ file }: { file: MessageFile }) {
  const href = `/playground/files/${encodeURIComponent(file.id)}`;
  return (
    <div className="file-card" data-testid="file">
      <a className="file-head" href={href} download={file.name} title={`Download ${file.name}`}>
        <FileIcon />
        <span className="file-name">
          <b>{file.title}</b>
          <small>
            {file.title === file.name ? '' : `${file.name} · `}
            {sizeOf(file.size)}
          </small>
        </span>
        <DownloadIcon />
      </a>
      {file.preview !== undefined && <pre className="file-preview">{file.preview}</pre>}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
