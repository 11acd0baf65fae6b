import { sentence, type Sentence } from '../reasons';
import type { GoneTerritory } from './planTerritories';
import type { TerritoryReport } from './importTerritories';

const LEVELS: Record<string, Sentence> = {
  COMMUNE: sentence('Communes', 'Communes'),
  EPCI: sentence('EPCI', 'EPCI'),
  DEPARTMENT: sentence('Départements', 'Départements'),
  FORMER_REGION: sentence('Anciennes régions', 'Former regions'),
  REGION: sentence('Région', 'Region'),
};

const CONTOURS: Record<TerritoryReport['contours'], Sentence> = {
  CREATED: sentence('Contours : créés', 'Contours: created'),
  UPDATED: sentence('Contours : modifiés', 'Contours: updated'),
  UNCHANGED: sentence('Contours : inchangés', 'Contours: unchanged'),
  NONE: sentence(
    'Contours : aucun fichier, ceux d’avant restent',
    'Contours: no file, those from before stay',
  ),
};

/** Lines of one kind that are told one by one. */
const LISTED = 20;

/** The report of an import of territories, a sentence a line. */
export function territorySentences(report: TerritoryReport): Sentence[] {
  const { withoutPopulation, withoutContour, strangers, unknown } = report;
  return [
    sentence(report.region, report.region),
    ...[...report.byLevel].map(([level, counts]) => {
      const { CREATED, UPDATED, UNCHANGED, REMOVED } = counts;
      const name = LEVELS[level] ?? sentence(level, level);
      return sentence(
        `${name.fr} : ${CREATED} créés, ${UPDATED} modifiés, ${UNCHANGED} inchangés, ${REMOVED} retirés`,
        `${name.en}: ${CREATED} created, ${UPDATED} updated, ${UNCHANGED} unchanged, ${REMOVED} removed`,
      );
    }),
    CONTOURS[report.contours],
    ...listed(report.gone, goneSentence),
    ...listed(withoutPopulation, (code) =>
      sentence(`${code} : sans population`, `${code}: without a population`),
    ),
    ...listed(withoutContour, (code) => sentence(`${code} : sans contour`, `${code}: without a contour`)),
    ...listed(strangers, (code) =>
      sentence(
        `${code} : dans un fichier, mais pas dans celui des communes (des années différentes ?)`,
        `${code}: in some file, yet not in that of communes (of different years?)`,
      ),
    ),
    ...listed(unknown, (name) => sentence(`« ${name} » : fichier non reconnu`, `“${name}”: not recognised`)),
    ...listed(report.rejected, ({ file, line, about, reason }) =>
      sentence(
        `Refusée : ${file}, ligne ${line} (${about}) : ${reason.fr}`,
        `Refused: ${file}, line ${line} (${about}): ${reason.en}`,
      ),
    ),
  ];
}

function listed<T>(list: readonly T[], toSentence: (one: T) => Sentence): Sentence[] {
  const lines = list.slice(0, LISTED).map(toSentence).map(indented);
  const more = list.length - lines.length;
  return more > 0 ? [...lines, indented(sentence(`… et ${more} autres`, `… and ${more} more`))] : lines;
}

const indented = ({ fr, en }: Sentence) => sentence(`  ${fr}`, `  ${en}`);

function goneSentence({ name, code, successor, isKept, mentions }: GoneTerritory): Sentence {
  const labels = mentions.slice(0, 5).map(({ label }) => label);
  const more = mentions.length - labels.length;
  const who = `${labels.join(', ')}${more > 0 ? ` + ${more}` : ''}`;
  if (isKept)
    return sentence(
      `Disparue : ${name} (${code}) ; rien ne dit ce qu’elle est devenue. Gardée sans population pour ce qui s’y trouve : ${who}`,
      `Gone: ${name} (${code}); nothing tells what became of it. Kept without people for what stands there: ${who}`,
    );
  const where =
    successor === null ? sentence('', '') : sentence(`, devenue ${successor}`, `, now ${successor}`);
  const moved =
    who === ''
      ? sentence(' ; rien ne s’y trouvait', '; nothing stood there')
      : sentence(` ; y passent : ${who}`, `; moved there: ${who}`);
  return sentence(
    `Disparue : ${name} (${code})${where.fr}${moved.fr}`,
    `Gone: ${name} (${code})${where.en}${moved.en}`,
  );
}
