import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { Section } from '../../../components/frame/Page';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import { DataSurveysDocument, type DataSurveysQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { DataState, SetDataState } from '../dataState';
import { useWriter } from '../../../lib/writeToken';
import { CampaignDetail } from './CampaignDetail';
import { NewCampaign } from './NewCampaign';
import styles from './Sections.module.css';

type Survey = DataSurveysQuery['surveys'][number];

/** What the source of a survey says of it, as a sentence; what it does not say is said to be unknown. */
function useStatedSentence() {
  const { t } = useTranslation('data');
  const formats = useFormats();
  return ({ identified, contacted, answered }: Survey) => {
    const said = [
      identified != null &&
        t('campaigns.identified', { count: identified, written: formats.number(identified) }),
      contacted != null && t('campaigns.contacted', { count: contacted, written: formats.number(contacted) }),
      answered != null && t('campaigns.answered', { count: answered, written: formats.number(answered) }),
    ].filter((part): part is string => part !== false);
    return said.length > 0 ? formats.list(said, 'and') : t('campaigns.unsaid');
  };
}

function SurveyRow({ survey, setState }: { survey: Survey; setState: SetDataState }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const sentence = useStatedSentence();
  const { contacted, answered } = survey;
  const rate = contacted && answered != null ? answered / contacted : null;
  return (
    <Row
      title={survey.title}
      mark={survey.year}
      onChoose={() => setState({ campagne: survey.id })}
      detail={
        <>
          {sentence(survey)}
          {survey.statedBy.map((source) => (
            <div key={source.id}>
              <SourceLink source={source} />
            </div>
          ))}
        </>
      }
      end={rate === null ? t('campaigns.rateUnknown') : t('campaigns.rate', { share: formats.percent(rate) })}
    />
  );
}

/** Survey campaigns: what their sources say, who was followed here, and how to begin one. */
export function Campaigns({ state, setState }: { state: DataState; setState: SetDataState }) {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const query = useQuery(DataSurveysDocument);
  const surveys = (query.data ?? query.previousData)?.surveys;
  const chosen = surveys?.find(({ id }) => id === state.campagne);
  if (state.campagne !== null)
    return (
      <CampaignDetail
        key={state.campagne}
        id={state.campagne}
        sources={chosen?.statedBy ?? []}
        par={state.par}
        onGroup={(par) => setState({ par })}
        onLeave={() => setState({ campagne: null })}
      />
    );
  return (
    <Section title={t('campaigns.title')} lead={t('campaigns.lead')}>
      <QueryView query={query} data={surveys} skeleton={{ shape: 'rows', count: 6 }}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('campaigns.none')}>{t('campaigns.noneTodo')}</EmptyState>
          ) : (
            <Rows label={t('campaigns.title')}>
              {all.map((survey) => (
                <SurveyRow key={survey.id} survey={survey} setState={setState} />
              ))}
            </Rows>
          )
        }
      </QueryView>
      {writer.token === '' ? (
        <p className={styles.soft}>{t('campaigns.readOnly')}</p>
      ) : (
        <Disclosure summary={t('campaigns.new')}>
          <NewCampaign onCreated={(campagne) => setState({ campagne })} />
        </Disclosure>
      )}
    </Section>
  );
}
