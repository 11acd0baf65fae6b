import { foldText } from './normaliseName';

/** An identifier as it is compared: its letters and digits alone, case and accents aside. */
export function foldIdentifier(written: string): string {
  return foldText(written).replaceAll(' ', '');
}

/** Whether an identifier only fills a cell that must not be empty: four characters or more, all the same ("00000000000000"). */
export function isFiller(written: string): boolean {
  return /^(.)\1{3,}$/.test(foldIdentifier(written));
}
