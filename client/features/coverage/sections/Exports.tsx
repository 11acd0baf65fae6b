import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Popover } from '../../../components/overlays/Popover';
import type { CoverageInput } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { saveFile } from '../../../lib/saveFile';
import { readColour } from '../../../lib/themeColours';
import type { DrawPicture } from '../../../views/map/TerritoryMap';
import type { CrossedShading, Shading } from '../coverageMeasures';
import type { SupplyUnit } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import { drawMapSheet } from '../mapSheet';
import { useAgainst } from '../useAgainst';
import { GAPS_TOKEN, useGapLine, useLegendLines, type LegendLine } from '../useLegendLines';
import { usePrintedSheet } from '../usePrintedSheet';
import { useCrossedLines, useUnknownLine } from './CrossedLegend';
import styles from './Exports.module.css';

/** Properties of {@link Exports}. */
export interface ExportsProps {
  input: CoverageInput;
  answer: CoverageAnswer;
  shown: { shadings: readonly Shading[]; crossed: CrossedShading | null; unit: SupplyUnit };
  lead: string;
  /** One a map, null while it cannot be drawn. */
  pictures: readonly (DrawPicture | null)[];
  /** Hands over the table as it is sorted. */
  onTable: () => void;
}

const inputs = ['demand', 'supply', 'travel', 'parameters'] as const;

/** Takes away the map (image, A4) and the figures with all they were computed from. */
export function Exports({ input, answer, shown, lead, pictures, onTable }: ExportsProps) {
  const { t } = useTranslation('coverage');
  const draw = useSheet({ answer, shown, lead });
  const panes = shown.crossed ? 1 : shown.shadings.length;
  const ready = pictures.slice(0, panes).filter((picture) => picture !== null);
  const drawn = ready.length === panes ? ready : [];
  usePrintedSheet(() => (drawn.length > 0 ? draw(drawn) : null));
  const question = new URLSearchParams({ level: answer.level, input: JSON.stringify(input) }).toString();
  const file = (name: string, label: string) => (
    <li key={name}>
      <a href={`/coverage/${name}?${question}`} download>
        {label}
      </a>
    </li>
  );
  return (
    <>
      <Popover
        label={t('exports.title')}
        align="end"
        trigger={(trigger) => (
          <Button icon={<Download size={16} aria-hidden />} {...trigger}>
            {t('exports.open')}
          </Button>
        )}
      >
        {() => (
          <div className={styles.menu}>
            <Button
              small
              disabled={drawn.length === 0}
              onClick={() => draw(drawn).toBlob((blob) => blob && saveFile('maillage-couverture.png', blob))}
            >
              {t('exports.png')}
            </Button>
            <Button small disabled={drawn.length === 0} onClick={() => window.print()}>
              {t('exports.print')}
            </Button>
            <Button small onClick={onTable}>
              {t('exports.table')}
            </Button>
            <p>{t('exports.again')}</p>
            <ul>
              {file('units.csv', t('exports.units'))}
              {file('units.geojson', t('exports.geojson'))}
              <li>
                <YearLink level={answer.level} input={input} />
              </li>
              {inputs.map((name) => file(`${name}.csv`, t(`exports.${name}`)))}
            </ul>
          </div>
        )}
      </Popover>
    </>
  );
}

/** A year of the region in one file: what is there all year, and what came. */
function YearLink({ level, input }: Pick<ExportsProps, 'input'> & { level: CoverageAnswer['level'] }) {
  const { t } = useTranslation('coverage');
  const year = (input.from ?? '2018').slice(0, 4);
  const { from: _from, to: _to, received: _received, ...rest } = input;
  const question = new URLSearchParams({ level, year, input: JSON.stringify({ ...rest, resident: true }) });
  return (
    <a href={`/coverage/units.csv?${question.toString()}`} download>
      {t('exports.year', { year })}
    </a>
  );
}

function useSheet({ answer, shown, lead }: Pick<ExportsProps, 'answer' | 'shown' | 'lead'>) {
  const { t } = useTranslation('coverage');
  const { number, date } = useFormats();
  const first = useLegendLines(shown.shadings[0] ?? noShading, answer);
  const second = useLegendLines(shown.shadings[1] ?? noShading, answer);
  const crossed = [...useCrossedLines(shown.crossed), ...useUnknownLine(shown.crossed), ...useGapLine()];
  const against = useAgainst(answer.quotientReference);
  const isDouble = shown.shadings.length > 1;
  const counted = (lines: readonly LegendLine[]) =>
    lines.map((line) => ({
      ...line,
      counted:
        line.counted ??
        t(`legend.units.${answer.level as 'COMMUNE'}`, { count: line.count, number: number(line.count) }),
    }));
  const formulas = useFormulas(shown.crossed?.measures ?? shown.shadings.map(({ measure }) => measure));
  const named = (measure: Shading['measure']) => t(`measure.${measure}`, { context: shown.unit });
  const legends = shown.crossed
    ? [
        {
          title: t('crossed.pane', {
            first: named(shown.crossed.measures[0]),
            second: named(shown.crossed.measures[1]),
          }),
          lines: counted(crossed),
        },
      ]
    : shown.shadings.map(({ measure }, k) => ({
        title: named(measure),
        lines: counted(k === 0 ? first.filter(({ token }) => token !== GAPS_TOKEN || !isDouble) : second),
      }));
  const source = answer.quotientReference?.reference.figuresSource;
  return (pictures: readonly DrawPicture[]) =>
    drawMapSheet(
      {
        title: t('title'),
        lead,
        legends,
        notes: [
          ...formulas,
          t('method.speed'),
          t('method.travel', {
            computed: number(answer.notes.greatCirclePairs),
            imported: number(answer.notes.importedPairs),
          }),
          ...(answer.notes.peopleEstimated ? [t('method.estimated')] : []),
          ...against,
          ...(source
            ? [t('against.source', { source: [source.title, source.date].filter(Boolean).join(', ') })]
            : []),
          t('method.sources'),
          t('exports.date', { date: date(new Date().toISOString().slice(0, 10)) }),
          window.location.href.length < 200 ? window.location.href : window.location.origin,
        ],
        pictures: pictures.map((picture) => picture()),
      },
      readColour,
      getComputedStyle(document.body).fontFamily,
    );
}

/** What each measure on the map is, in words and as a formula; each is said once. */
function useFormulas(measures: readonly Shading['measure'][]): string[] {
  const { t } = useTranslation('coverage');
  const ofAccess = [t('method.words'), t('method.formula').replace(/<\/?sub>/g, '')];
  const isAccess = (measure: Shading['measure']) => ['acces', 'apres', 'gain'].includes(measure);
  return [
    ...new Set(
      measures.flatMap((measure) => (isAccess(measure) ? ofAccess : t(`method.of.${measure as 'quotient'}`))),
    ),
  ];
}

const noShading: Shading = { measure: 'acces', classes: new Map(), legend: [], nothing: 0, unknown: 0 };
