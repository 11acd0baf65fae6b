import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type OnProgress, StartFailure } from '../../startup';

const POM = join(__dirname, 'pom.xml');

/** Fewer jars than this means that Maven was interrupted. */
const FEWEST_JARS = 100;

/** The database engine on the disk. */
export interface Jars {
  /** Folder that holds them, and the class-data archive made from them. */
  readonly folder: string;
  /** Absolute paths in a fixed order: the class-data archive is valid for one class path only. */
  readonly paths: readonly string[];
}

/**
 * The pinned jars of the database, fetched by Maven the first time (118 MB) and read from `jarsDir` afterwards.
 * A folder is named after the content of `pom.xml`, so that a new version is fetched beside the old one.
 * @throws StartFailure `mavenMissing` when there is no Maven, `jarsFailed` when it fails.
 */
export async function resolveJars(jarsDir: string, onProgress?: OnProgress): Promise<Jars> {
  const version = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex')
    .slice(0, 12);
  const folder = join(jarsDir, version);
  if (!existsSync(folder)) {
    onProgress?.('jars');
    await fetchJars(jarsDir, folder);
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar')).sort();
  return { folder, paths: names.map((name) => join(folder, name)) };
}

async function fetchJars(jarsDir: string, folder: string): Promise<void> {
  await mkdir(jarsDir, { recursive: true });
  const unfinished = await mkdtemp(join(jarsDir, 'fetching-'));
  try {
    await runMaven(unfinished);
    const count = (await readdir(unfinished)).length;
    if (count < FEWEST_JARS) throw new StartFailure('jarsFailed', { reason: `${count} jars` });
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      // Another start fetched them at the same moment: its copy is as good as ours.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function runMaven(target: string): Promise<void> {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const args = ['-B', '-q', '-f', POM, goal, `-DoutputDirectory=${target}`, '-DincludeScope=runtime'];
  return new Promise((resolve, reject) => {
    const maven = execFile('mvn', args, { maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      process.off('exit', stop);
      if (!error) return resolve();
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return reject(new StartFailure('mavenMissing'));
      reject(
        new StartFailure('jarsFailed', { reason: firstError(`${stdout}\n${stderr}`) }, { cause: error }),
      );
    });
    // Maven is a Java too: it does not outlive a start that was given up.
    const stop = () => void maven.kill();
    process.once('exit', stop);
  });
}

function firstError(output: string): string {
  const line = output.split('\n').find((text) => text.includes('[ERROR]')) ?? output.trim().split('\n')[0];
  return (line ?? '').replace('[ERROR]', '').trim().slice(0, 200);
}
