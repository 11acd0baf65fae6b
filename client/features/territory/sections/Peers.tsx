import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { Section } from '../../../components/frame/Page';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import { useFormats } from '../../../i18n/useLanguage';
import type { Profile } from '../Page';

type Peer = Profile['peers'][number];

const rateOf = ({ actors, population }: Peer): number | null =>
  population ? (actors / population) * 100_000 : null;

/** How many territories are shown before and after this one until all are asked for. */
const AROUND = 6;

/** Those of nearly the same rate, by rate. */
function around(peers: readonly Peer[], id: string): Peer[] {
  const ranked = [...peers].sort((a, b) => (rateOf(b) ?? -1) - (rateOf(a) ?? -1));
  const place = ranked.findIndex((peer) => peer.territoryId === id);
  const from = Math.max(0, Math.min(place - AROUND, ranked.length - 2 * AROUND - 1));
  return ranked.slice(from, from + 2 * AROUND + 1);
}

/** The territory beside those of its level: actors, stops, people. Those next to it by rate first, all if wished. */
export function Peers({
  profile,
  territory,
}: {
  profile: Profile;
  territory: { id: string; level: string };
}) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const [isWhole, setWhole] = useState(false);
  if (profile.peers.length < 2) return null;
  const columns: TableColumn<Peer>[] = [
    {
      id: 'name',
      header: t('peer.name'),
      value: (peer) => peer.territory?.name,
      width: 320,
      cell: (peer) => (
        <Link to={`/territoires/${peer.territoryId}`}>{peer.territory?.name ?? peer.territoryId}</Link>
      ),
    },
    { id: 'actors', header: t('peer.actors'), value: (peer) => peer.actors, align: 'end', width: 120 },
    {
      id: 'rate',
      header: t('peer.rate'),
      value: rateOf,
      cell: (peer) => formats.number(rateOf(peer)),
      align: 'end',
      width: 200,
    },
    { id: 'stops', header: t('peer.stops'), value: (peer) => peer.stops, align: 'end', width: 160 },
    {
      id: 'population',
      header: t('peer.population'),
      value: (peer) => peer.population,
      align: 'end',
      width: 160,
    },
  ];
  return (
    <Section title={territory.level === 'COMMUNE' ? t('peer.titleCommune') : t('peer.title')}>
      <Table
        caption={t('peer.title')}
        captionHidden
        columns={columns}
        rows={isWhole ? profile.peers : around(profile.peers, territory.id)}
        rowKey={(peer) => peer.territoryId}
        selectedKey={territory.id}
        sort={{ column: 'rate', descending: true }}
      />
      {profile.peers.length > 2 * AROUND + 1 && (
        <div>
          <Button look="quiet" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('peer.showNext') : t('peer.showAll', { count: profile.peers.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}
