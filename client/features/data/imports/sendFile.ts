/** A file that the server did not take. */
export class FileNotTakenError extends Error {
  override readonly name = 'FileNotTakenError';
  /** @param status - HTTP status; 0 when the server was not reached */
  constructor(readonly status: number) {
    super(`The file was not taken (${status}).`);
  }
}

/** How a file is sent. */
export interface SendOptions {
  headers: Record<string, string>;
  /** The sheet that a file of one table is; recognised by the server when absent. */
  sheet?: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a file to be checked. Nothing is written by that.
 *
 * @returns the identifier of the import
 * @throws FileNotTakenError when the server refuses it or is away; DOMException `AbortError` when given up
 */
export function sendFile(file: File, options: SendOptions): Promise<string> {
  const { headers, sheet, onProgress, signal } = options;
  const asked = new URLSearchParams({ name: file.name, ...(sheet ? { sheet } : {}) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/import?${asked.toString()}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onerror = () => reject(new FileNotTakenError(0));
    request.onabort = () => reject(new DOMException('Given up.', 'AbortError'));
    request.onload = () => {
      const id = request.status === 202 ? readId(request.responseText) : undefined;
      if (id === undefined) reject(new FileNotTakenError(request.status));
      else resolve(id);
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function readId(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const id = (answer as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
