import { useEffect, useRef } from 'react';
import styles from './sections/Exports.module.css';

/**
 * Puts a sheet in place of the page while it is printed, whoever asks for it: the page's own button or the browser's.
 *
 * @param draw - draws the sheet; null when there is none, and the page is printed as it is
 */
export function usePrintedSheet(draw: () => HTMLCanvasElement | null): void {
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  useEffect(() => {
    const { dataset } = document.documentElement;
    let sheet: HTMLCanvasElement | null = null;
    const after = () => {
      if (!sheet) return;
      sheet.remove();
      sheet = null;
      delete dataset['printing'];
    };
    const before = () => {
      after();
      sheet = dataset['printing'] === undefined ? latest.current() : null;
      if (!sheet) return;
      sheet.className = styles.sheet!;
      document.body.append(sheet);
      dataset['printing'] = 'sheet';
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      after();
    };
  }, []);
}
