import { useEffect, useState } from 'react';
import { fetchContours, type Contours } from './contours';

/** The contours of the region: null until they come, an error where they cannot, and a way to ask again. */
export function useContours(): { contours: Contours | null; error: unknown; retry: () => void } {
  const [contours, setContours] = useState<Contours | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    fetchContours().then(
      (fetched) => isWanted && setContours(fetched),
      (reason: unknown) => isWanted && setError(reason),
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  const retry = () => {
    setError(null);
    setAttempt(attempt + 1);
  };
  return { contours, error, retry };
}
