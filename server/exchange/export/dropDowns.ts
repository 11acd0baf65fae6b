import { insertElementMarkupAccordingToOrderOfSiblings, sanitizeTextContent } from 'write-excel-file/utility';
import type { Feature } from 'write-excel-file/node';
import { cellAddress } from '../import/reasons';

/** A drop-down list in the cells of one column, from the second row. */
export interface DropDown {
  /** Position, from 0. */
  column: number;
  /** Last row, from 1. */
  lastRow: number;
  /** Values, when they are few. */
  inline?: readonly string[];
  /** Else where they stand: a sheet, a column from 0, and how many rows under its header. */
  range?: { sheet: string; column: number; rows: number };
}

/** Children of a worksheet that come before and after drop-downs, in the order of ECMA-376. */
const SIBLINGS = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'drawing',
];

/**
 * Adds drop-down lists to the sheets of a workbook. They help without forbidding: another value can be typed, and is checked
 * when the workbook is imported.
 *
 * @param bySheet - lists of each sheet, in the order of the sheets
 */
export function dropDowns(bySheet: readonly (readonly DropDown[])[]): Feature<never> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const some = bySheet[sheetIndex] ?? [];
            if (some.length === 0) return xml;
            const lists = some.map(toMarkup).join('');
            const markup = `<dataValidations count="${some.length}">${lists}</dataValidations>`;
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, SIBLINGS, 'worksheet');
          },
        },
      },
    },
  };
}

function toMarkup({ column, lastRow, inline, range }: DropDown): string {
  const cells = `${cellAddress(2, column)}:${cellAddress(lastRow, column)}`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${sanitizeTextContent(
    inline === undefined ? toFormula(range!) : `"${inline.join(',')}"`,
  )}</formula1></dataValidation>`;
}

function toFormula({ sheet, column, rows }: NonNullable<DropDown['range']>): string {
  const letters = cellAddress(1, column).slice(0, -1);
  return `'${sheet}'!$${letters}$2:$${letters}$${Math.max(2, rows + 1)}`;
}
