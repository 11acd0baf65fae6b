import { useTranslation } from 'react-i18next';
import { Disclosure } from '../display/Disclosure';
import { useFormats } from '../../i18n/useLanguage';
import { Section } from '../frame/Page';
import { LinkList } from './LinkList';
import { placesOf } from './placesOf';

/** Properties of {@link Places}. */
export interface PlacesProps {
  title: string;
  /** Facets of a directory filtered by what the page is about. */
  facets: Parameters<typeof placesOf>[0];
}

/** Where something is and where it lacks: by département, then the intercommunalities that have nobody. */
export function Places({ title, facets }: PlacesProps) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const departments = placesOf(facets, 'DEPARTMENT');
  const epcis = placesOf(facets, 'EPCI');
  const all = epcis.present.length + epcis.absent.length;
  return (
    <Section
      title={title}
      lead={t('places.lead', {
        n: formats.number(epcis.present.length),
        all: formats.number(all),
        count: epcis.present.length,
      })}
    >
      <LinkList
        label={t('places.departments')}
        items={[...departments.present, ...departments.absent].map(({ id, name, count }) => ({
          to: `/territoires/${id}`,
          label: name,
          count: formats.number(count),
        }))}
      />
      {epcis.absent.length > 0 && (
        <Disclosure summary={t('places.absent', { count: epcis.absent.length })}>
          <LinkList
            label={t('places.absent', { count: epcis.absent.length })}
            items={epcis.absent.map(({ id, name }) => ({ to: `/territoires/${id}`, label: name }))}
          />
        </Disclosure>
      )}
    </Section>
  );
}
