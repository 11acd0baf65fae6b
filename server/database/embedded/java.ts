import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { StartFailure } from '../../startup';

/** A Java that can run the database. */
export interface Java {
  /** Command or path of the executable. */
  readonly path: string;
  /** First line of what `java -version` says; it changes whenever another Java is used. */
  readonly version: string;
  /** Feature release: 17, 21… */
  readonly major: number;
}

/** Oldest Java that runs Neo4j 5. */
export const OLDEST_JAVA = 17;

/**
 * Checks the Java to use.
 * @param javaPath executable to use; by default `bin/java` of `javaHome` when given, else the `java` of the PATH.
 * @throws StartFailure `javaMissing` when it cannot be run, `javaTooOld` before Java 17.
 */
export async function findJava(javaPath?: string, javaHome?: string): Promise<Java> {
  const path = javaPath ?? (javaHome ? join(javaHome, 'bin', 'java') : 'java');
  const output = await readVersion(path);
  const line = output.split('\n').find((text) => /version "/.test(text));
  const version = line && /version "([^"]+)"/.exec(line)?.[1];
  if (!line || !version) throw new StartFailure('javaMissing');
  const major = parseMajor(version);
  if (major < OLDEST_JAVA) throw new StartFailure('javaTooOld', { version });
  return { path, version: line.trim(), major };
}

/** Feature release in a Java version: 8 in `1.8.0_402`, 17 in `17.0.15`, 21 in `21-ea`; NaN when there is none. */
export function parseMajor(version: string): number {
  const [first, second] = version.split(/[.\-_+]/);
  return Number(first === '1' ? second : first);
}

function readVersion(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, ['-version'], { timeout: 20_000 }, (error, stdout, stderr) => {
      const output = `${stderr}\n${stdout}`;
      if (error && !/version "/.test(output)) reject(new StartFailure('javaMissing', {}, { cause: error }));
      else resolve(output);
    });
  });
}
