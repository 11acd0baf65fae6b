import { HelpCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Row, Rows } from '../../../components/display/Rows';
import { Popover } from '../../../components/overlays/Popover';
import type { SetUrlState } from '../../../lib/useUrlState';
import type { coverageCodecs, CoverageState } from '../coverageState';

type Question = {
  id: 'youngEpci' | 'science' | 'museums' | 'villages' | 'tour' | 'libraries';
  state: Partial<CoverageState>;
};

const venues = ['SCIENCE_CENTRE', 'PLANETARIUM', 'MUSEUM'];
const plain: Partial<CoverageState> = {
  vue: 'carte',
  public: 'UNDER_25',
  minutes: 30,
  phases: ['DIFFUSION'],
  familles: [],
  themes: [],
  competences: [],
  choisi: null,
  mesure: 'acces',
  contre: '',
  maniere: 'cote',
  auMoins: 1,
  poids: 'EQUAL',
  suppose: 0,
  reference: null,
  surs: true,
  rien: false,
  seuil: 0,
  meilleurs: 0,
  remplacer: false,
};

const questions: Question[] = [
  { id: 'youngEpci', state: { niveau: 'EPCI', seuil: 5000 } },
  { id: 'science', state: { niveau: 'EPCI', familles: venues, seuil: 5000, surs: false, rien: true } },
  {
    id: 'museums',
    state: { niveau: 'EPCI', familles: venues, mesure: 'acces', contre: 'jeunes', maniere: 'croisee' },
  },
  {
    id: 'villages',
    state: { niveau: 'COMMUNE', minutes: 20, seuil: 500, mesure: 'proche', rien: true, surs: false },
  },
  { id: 'tour', state: { niveau: 'EPCI', minutes: 20, meilleurs: 3, etape: true } },
  {
    id: 'libraries',
    state: { niveau: 'EPCI', minutes: 20, familles: venues, meilleurs: 3, candidats: 'LIBRARIES' },
  },
];

/** Questions with a name: choosing one sets the whole page, and so its address. */
export function Questions({ setState }: { setState: SetUrlState<typeof coverageCodecs> }) {
  const { t } = useTranslation('coverage');
  return (
    <Popover
      label={t('questions.title')}
      align="end"
      trigger={(trigger) => (
        <Button icon={<HelpCircle size={16} aria-hidden />} {...trigger}>
          {t('questions.open')}
        </Button>
      )}
    >
      {(close) => (
        <Rows label={t('questions.title')}>
          {questions.map(({ id, state }) => (
            <Row
              key={id}
              title={t(`questions.${id}`)}
              onChoose={() => {
                setState({ ...plain, ...state });
                close();
              }}
            />
          ))}
        </Rows>
      )}
    </Popover>
  );
}
