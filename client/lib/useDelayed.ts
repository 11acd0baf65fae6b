import { useEffect, useState } from 'react';

/**
 * True once `active` has lasted `delay` milliseconds; false as soon as it ends. What is quick then shows no skeleton.
 */
export function useDelayed(active: boolean, delay = 150): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setElapsed(true), delay);
    return () => {
      clearTimeout(timer);
      setElapsed(false);
    };
  }, [active, delay]);
  return active && elapsed;
}
