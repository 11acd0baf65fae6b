import { useQuery } from '@apollo/client/react';
import { Share2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { Rows } from '../../components/display/Rows';
import { Unknown } from '../../components/display/Unknown';
import { ActorRow } from '../../components/facts/ActorRow';
import { canvasPath } from '../../components/facts/canvasPath';
import { LinkList } from '../../components/facts/LinkList';
import { Missing } from '../../components/facts/Missing';
import { NeedRows } from '../../components/facts/NeedRows';
import { Places } from '../../components/facts/Places';
import { ProductionRow } from '../../components/facts/ProductionRow';
import { Page, Section } from '../../components/frame/Page';
import { QueryView } from '../../components/states/QueryView';
import { ThemePageDocument, ThemePlacesDocument, type ThemePageQuery } from '../../graphql/generated/graphql';
import { useFormats, useLanguage, useLocalText } from '../../i18n/useLanguage';

type Theme = ThemePageQuery['themesByIds'][number];

function Content({ theme }: { theme: Theme }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const local = useLocalText();
  const actors = useMemo(
    () => [...theme.actors].sort((a, b) => formats.compare(a.name, b.name)),
    [theme, formats],
  );
  const productions = [...theme.productions].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return (
    <>
      {theme.narrower.length > 0 && (
        <Section title={t('theme.narrower')}>
          <LinkList
            label={t('theme.narrower')}
            items={theme.narrower.map((each) => ({
              to: `/themes/${encodeURIComponent(each.id)}`,
              label: local(each.labelFr, each.labelEn),
            }))}
          />
        </Section>
      )}
      <Section
        title={t('theme.actors')}
        end={t('actorCount', { count: actors.length, n: formats.number(actors.length) })}
      >
        {actors.length === 0 ? (
          <Unknown>{t('theme.nobody')}</Unknown>
        ) : (
          <Rows label={t('theme.actors')}>
            {actors.map((actor) => (
              <ActorRow key={actor.id} actor={actor} detail={actor.locatedIn[0]?.name} />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t('theme.productions')}>
        {productions.length === 0 ? (
          <Unknown>{t('theme.noProduction')}</Unknown>
        ) : (
          <Rows label={t('theme.productions')}>
            {productions.map((production) => (
              <ProductionRow key={production.id} production={production} />
            ))}
          </Rows>
        )}
      </Section>
      {theme.needs.length > 0 && (
        <Section title={t('theme.needs')}>
          <NeedRows label={t('theme.needs')} needs={theme.needs} />
        </Section>
      )}
    </>
  );
}

/** A theme: who works on it, what was made about it, where, and who needs something on it. */
export default function ThemePage() {
  const { t } = useTranslation('kinds');
  const { id = '' } = useParams();
  const local = useLocalText();
  const language = useLanguage();
  const query = useQuery(ThemePageDocument, { variables: { id } });
  const filter = useMemo(() => ({ themes: [id] }), [id]);
  const places = useQuery(ThemePlacesDocument, { variables: { filter, language } });
  const theme = query.data?.themesByIds[0];
  if (query.data && !theme) return <Missing text={t('theme.missing')} />;
  const [broader] = theme?.broader ?? [];
  return (
    <Page
      title={theme ? local(theme.labelFr, theme.labelEn) : t('theme.one')}
      above={
        theme && (
          <>
            <span>{t('theme.one')}</span>
            {broader && (
              <Link to={`/themes/${encodeURIComponent(broader.id)}`}>
                {local(broader.labelFr, broader.labelEn)}
              </Link>
            )}
          </>
        )
      }
      actions={
        theme && (
          <>
            <ButtonLink to={canvasPath('theme', theme.id)} icon={<Share2 size={18} aria-hidden />}>
              {t('seeNetwork')}
            </ButtonLink>
            <ButtonLink to={`/explorer?vue=table&themes=${encodeURIComponent(theme.id)}`}>
              {t('seeDirectory')}
            </ButtonLink>
          </>
        )
      }
    >
      <QueryView query={query} data={theme} skeleton={{ shape: 'rows', count: 8 }}>
        {(shown) => <Content theme={shown} />}
      </QueryView>
      <QueryView query={places} data={places.data?.directory} skeleton={{ shape: 'text', count: 2 }}>
        {(directory) => <Places title={t('theme.where')} facets={directory.facets} />}
      </QueryView>
    </Page>
  );
}
