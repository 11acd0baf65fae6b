import { sentence, type Sentence } from '../reasons';
import type { MeasuredChanges, MeasuredReport } from './measuredReport';

/** What an import of measured figures did, or would do: a sentence a line. */
export function measuredSentences(report: MeasuredReport): Sentence[] {
  const { changes, unknownCodes, ignored, problems } = report;
  const lines = [headline(report)];
  if (problems.length === 0)
    lines.push(changed(report.kind === 'TRAVEL_TIMES' ? 'trajets' : 'lignes', changes));
  if (unknownCodes.count > 0) {
    const first = unknownCodes.first.join(', ');
    const dots = unknownCodes.count > unknownCodes.first.length ? '…' : '';
    lines.push(
      sentence(
        `${unknownCodes.count} codes de communes inconnus ici : ${first}${dots}`,
        `${unknownCodes.count} codes of communes unknown here: ${first}${dots}`,
      ),
    );
  }
  if (ignored.length > 0)
    lines.push(
      sentence(
        `Colonnes laissées de côté : ${ignored.join(', ')}`,
        `Columns left out: ${ignored.join(', ')}`,
      ),
    );
  for (const { line, column, value, reason } of problems)
    lines.push(
      sentence(
        `  ligne ${line}${column && `, colonne ${column}`}${value && ` (« ${value} »)`} : ${reason.fr}`,
        `  line ${line}${column && `, column ${column}`}${value && ` (“${value}”)`}: ${reason.en}`,
      ),
    );
  if (problems.length > 0)
    lines.push(
      sentence('Rien ne sera écrit avant correction.', 'Nothing will be written before these are mended.'),
    );
  return lines;
}

function headline({
  kind,
  lines,
  told,
  communes,
  unreadable,
  leftOut,
  names,
  year,
}: MeasuredReport): Sentence {
  const of = year === null ? '' : ` (${year})`;
  if (kind === 'AGES')
    return sentence(
      `${lines} lignes lues : âges${of} de ${told} communes sur ${communes}, ${unreadable} lignes illisibles, ${leftOut} communes incomplètes.`,
      `${lines} lines read: ages${of} of ${told} communes of ${communes}, ${unreadable} lines unreadable, ${leftOut} communes incomplete.`,
    );
  if (kind === 'TRAVEL_TIMES')
    return sentence(
      `${lines} lignes lues : ${told} trajets entre communes d’ici, ${unreadable} illisibles, ${leftOut} laissés de côté.`,
      `${lines} lines read: ${told} trips between communes that are here, ${unreadable} unreadable, ${leftOut} left out.`,
    );
  return sentence(
    `${lines} lignes lues ; territoires de référence : ${names.join(', ') || 'aucun'} (${told}).`,
    `${lines} lines read; reference territories: ${names.join(', ') || 'none'} (${told}).`,
  );
}

function changed(
  what: 'trajets' | 'lignes',
  { added, changed: other, same, gone }: MeasuredChanges,
): Sentence {
  return sentence(
    `Par rapport à ce qui est là : ${added} ${what} de plus, ${other} autrement, ${same} pareil, ${gone} retirés.`,
    `Beside what is there: ${added} more, ${other} changed, ${same} the same, ${gone} taken away.`,
  );
}
