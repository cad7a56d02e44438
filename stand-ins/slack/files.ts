import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { MessageFile } from './shapes.ts';

/** An upload on its way, or done. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimeType: string;
  /** Bytes, as announced. */
  length: number;
  /** Absent until it is sent to the upload URL. */
  content?: Buffer;
  /** Set once the upload is completed, which can be done once. */
  completed?: true;
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
};

/** How much of a text is shown before it is opened. */
const PREVIEW_LINES = 6;
const PREVIEW_CHARACTERS = 600;

/** Files that the app uploads: an upload URL first, then the content, then where it is to be shared. */
export class Files {
  readonly #byId = new Map<string, StoredFile>();
  readonly #bySecret = new Map<string, StoredFile>();

  /** Announces a file. The path is the one to which its content is to be posted. */
  announce(name: string, length: number): { file: StoredFile; path: string } {
    const secret = randomBytes(12).toString('hex');
    const id = `F${String(this.#byId.size + 1).padStart(10, '0')}`;
    const mimeType = TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
    const file: StoredFile = { id, name, title: name, mimeType, length };
    this.#byId.set(id, file);
    this.#bySecret.set(secret, file);
    return { file, path: `/upload/v1/${secret}` };
  }

  find(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  /** The file whose content is posted to this path. */
  atPath(path: string): StoredFile | undefined {
    return this.#bySecret.get(path.replace('/upload/v1/', ''));
  }
}

/** A file as the page shows it. */
export function messageFile({ id, name, title, length, mimeType, content }: StoredFile): MessageFile {
  const isText = mimeType.startsWith('text/');
  const lines = isText ? (content?.toString('utf8') ?? '').split('\n', PREVIEW_LINES) : [];
  const preview = lines.join('\n').slice(0, PREVIEW_CHARACTERS).trimEnd();
  return { id, name, title, size: length, mimeType, ...(preview && { preview }) };
}
