import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { Unknown } from '../../../components/display/Unknown';
import { Section } from '../../../components/frame/Page';
import { useFormats } from '../../../i18n/useLanguage';
import type { Profile } from '../Page';

/** What came to the territory: productions, when, where, hosted by whom. */
export function Received({ profile }: { profile: Profile }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  return (
    <Section title={t('territory.received')}>
      {profile.stops.length === 0 ? (
        <Unknown>{t('territory.noStop')}</Unknown>
      ) : (
        <Rows label={t('territory.received')}>
          {profile.stops.map((stop) => (
            <Row
              key={stop.eventId}
              title={stop.production?.title ?? stop.eventId}
              to={stop.production ? `/productions/${encodeURIComponent(stop.production.id)}` : undefined}
              detail={
                <>
                  {stop.commune && <Link to={`/territoires/${stop.commune.id}`}>{stop.commune.name}</Link>}
                  {stop.commune && stop.hostActor && ' · '}
                  {stop.hostActor && (
                    <Link to={`/acteurs/${encodeURIComponent(stop.hostActor.id)}`}>
                      {stop.hostActor.name}
                    </Link>
                  )}
                </>
              }
              end={
                <>
                  {stop.start ? formats.dateRange(stop.start, stop.end) : t('stop.undated')}{' '}
                  {stop.source && <SourceLink source={stop.source} compact />}
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
