import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True while a process of this number exists and is not a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return readProcStat(pid)?.state !== 'Z';
}

/**
 * When a process began, in a form to be compared only: with the number, it names one process for ever.
 * Undefined when there is no such process.
 */
export function readStartMark(pid: number): string | undefined {
  const stat = readProcStat(pid);
  if (stat) return stat.start;
  return ask(['-o', 'lstart=', '-p', String(pid)])?.trim() || undefined;
}

/** True when the process is the Java (or is about to become the Java) of this database home. */
export function isJavaOf(home: string, pid: number): boolean {
  const argument = `--home-dir=${home}`;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument);
  } catch {
    return ask(['-ww', '-o', 'command=', '-p', String(pid)])?.includes(argument) ?? false;
  }
}

function readProcStat(pid: number): { state: string; start: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, and may itself hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function ask(args: string[]): string | undefined {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
