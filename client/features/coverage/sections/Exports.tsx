import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Popover } from '../../../components/overlays/Popover';
import type { CoverageInput } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { saveFile } from '../../../lib/saveFile';
import { readColour } from '../../../lib/themeColours';
import type { DrawPicture } from '../../../views/map/TerritoryMap';
import type { Shading } from '../coverageMeasures';
import type { CoverageAnswer } from '../coverageUnits';
import { drawMapSheet } from '../mapSheet';
import { useLegendLines } from '../useLegendLines';
import styles from './Exports.module.css';

/** Properties of {@link Exports}. */
export interface ExportsProps {
  input: CoverageInput;
  answer: CoverageAnswer;
  shading: Shading;
  lead: string;
  /** Null while there is no map to draw. */
  picture: DrawPicture | null;
  /** Hands over the table as it is sorted. */
  onTable: () => void;
}

const inputs = ['demand', 'supply', 'travel', 'parameters'] as const;

/** Takes away the map (image, A4) and the figures with all they were computed from. */
export function Exports({ input, answer, shading, lead, picture, onTable }: ExportsProps) {
  const { t } = useTranslation('coverage');
  const [printed, setPrinted] = useState<string | null>(null);
  const draw = useSheet({ answer, shading, lead });
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
              disabled={!picture}
              onClick={() =>
                picture && draw(picture).toBlob((blob) => blob && saveFile('maillage-couverture.png', blob))
              }
            >
              {t('exports.png')}
            </Button>
            <Button
              small
              disabled={!picture}
              onClick={() => picture && setPrinted(draw(picture).toDataURL('image/png'))}
            >
              {t('exports.print')}
            </Button>
            <Button small onClick={onTable}>
              {t('exports.table')}
            </Button>
            <p>{t('exports.again')}</p>
            <ul>
              {file('units.csv', t('exports.units'))}
              {file('units.geojson', t('exports.geojson'))}
              {inputs.map((name) => file(`${name}.csv`, t(`exports.${name}`)))}
            </ul>
          </div>
        )}
      </Popover>
      {printed && <PrintedSheet source={printed} onDone={() => setPrinted(null)} />}
    </>
  );
}

function useSheet({ answer, shading, lead }: Pick<ExportsProps, 'answer' | 'shading' | 'lead'>) {
  const { t } = useTranslation('coverage');
  const { number, date } = useFormats();
  const lines = useLegendLines(shading);
  return (picture: DrawPicture) =>
    drawMapSheet(
      {
        title: t('title'),
        lead,
        legendTitle: t(`measure.${shading.measure}`),
        legend: lines.map((line) => ({
          ...line,
          counted: t(`legend.units.${answer.level as 'COMMUNE'}`, {
            count: line.count,
            number: number(line.count),
          }),
        })),
        notes: [
          t('method.words'),
          t('method.formula').replace(/<\/?sub>/g, ''),
          t('method.speed'),
          ...(answer.notes.peopleEstimated ? [t('method.estimated')] : []),
          t('method.sources'),
          t('exports.date', { date: date(new Date().toISOString().slice(0, 10)) }),
          window.location.href.length < 200 ? window.location.href : window.location.origin,
        ],
        picture: picture(),
      },
      readColour,
      getComputedStyle(document.body).fontFamily,
    );
}

/** A sheet that only paper shows: opens the print dialog once it is there. */
function PrintedSheet({ source, onDone }: { source: string; onDone: () => void }) {
  const { t } = useTranslation('coverage');
  useEffect(() => {
    document.documentElement.dataset['printing'] = 'sheet';
    return () => {
      delete document.documentElement.dataset['printing'];
    };
  }, []);
  return createPortal(
    <img
      className={styles.sheet}
      src={source}
      alt={t('exports.sheet')}
      onLoad={() => {
        window.print();
        onDone();
      }}
    />,
    document.body,
  );
}
