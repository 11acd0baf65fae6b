import { type ChildProcess, spawn } from 'node:child_process';

/** Time that Java gets to stop by itself once its owner is dead, in seconds. */
const GRACE = 60;

/**
 * Reads its standard input, which this process alone holds open: the end of it means that this process is dead, however it
 * died. Java is then asked to stop, and killed if it does not. The line `released` lets the watchdog go.
 */
const SCRIPT = `
trap '' INT TERM HUP
pid=$1 home=$2 grace=$3
ours() {
  if [ -d /proc/self ]; then
    tr '\\000' '\\n' 2>/dev/null </proc/"$pid"/cmdline | grep -qxF -- "--home-dir=$home"
  else
    ps -ww -o command= -p "$pid" 2>/dev/null | grep -qF -- "--home-dir=$home"
  fi
} 2>/dev/null
while IFS= read -r line; do
  [ "$line" = released ] && exit 0
done
ours || exit 0
kill -TERM "$pid"
while [ "$grace" -gt 0 ] && ours; do
  sleep 1
  grace=$((grace - 1))
done
ours && kill -KILL "$pid"
exit 0
`;

/** Sees to it that Java does not outlive this process. */
export interface Watchdog {
  /** Process number of the watchdog of the moment. */
  readonly pid: number | undefined;
  /** Lets it go: Java is dead, or no longer ours. */
  release(): void;
}

/**
 * Starts the watchdog of one Java process: a shell in a session of its own, that no signal to this process's group
 * reaches. When it is killed, another takes its place.
 * @param pid process number of Java. @param home database home, by which the Java is recognised before it is signalled.
 */
export function startWatchdog(pid: number, home: string): Watchdog {
  let released = false;
  let child = spawnShell();

  function spawnShell(): ChildProcess {
    const shell = spawn('/bin/sh', ['-c', SCRIPT, 'maillage-watchdog', String(pid), home, String(GRACE)], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    shell.stdin?.on('error', () => undefined);
    shell.once('exit', () => {
      if (!released) child = spawnShell();
    });
    shell.unref();
    return shell;
  }

  return {
    get pid() {
      return child.pid;
    },
    release() {
      released = true;
      child.stdin?.end('released\n');
    },
  };
}
