import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { showToast } from '../../../components/overlays/announcements';
import { Popover } from '../../../components/overlays/Popover';
import { useFormats, useLanguage } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { escapeXml } from '../../../lib/escapeXml';
import { saveFile } from '../../../lib/saveFile';
import { directoryCsv, directoryGeojson, directoryWorkbook } from '../exports/directoryFiles';
import { directoryValue, orderDirectory } from '../exports/directoryOrder';
import { toHtmlPage } from '../exports/networkPage';
import { edgesCsv, nodesCsv, toCytoscapeJson, toGexf, toGraphml } from '../exports/networkTexts';
import type { Explore } from '../state/useExplore';
import { useTitle } from '../state/useTitle';
import styles from './Toolbar.module.css';
import { useWholeDirectory } from './useDirectory';
import { useNodeDetail } from './useNodeDetail';

const networkFormats = ['html', 'png', 'svg', 'gexf', 'graphml', 'cytoscape', 'nodes', 'edges'] as const;
const directoryFormats = ['xlsx', 'csv', 'geojson'] as const;
type NetworkFormat = (typeof networkFormats)[number];
type DirectoryFormat = (typeof directoryFormats)[number];

/** Writes the network as shown, in one of its formats. */
function useNetworkFile(explore: Explore) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const language = useLanguage();
  const title = useTitle(explore);
  const detail = useNodeDetail();
  const phases = useVocabulary('phase');
  return async (format: NetworkFormat) => {
    const { view, graph, canvas, nameGroup } = explore;
    if (!view || !graph) return;
    const places = canvas.current?.positions() ?? {};
    const names = new Map(graph.items.map(({ key, label }) => [key, label]));
    const drawing = () => canvas.current?.drawing((key) => names.get(key) ?? '') ?? '';
    const page = () =>
      toHtmlPage(view, drawing(), {
        title,
        note: t('export.note', { date: formats.date(new Date().toISOString()), url: window.location.href }),
        nodes: t('export.nodesTitle'),
        edges: t('export.edgesTitle'),
        columns: {
          nodes: [t('column.name'), t('export.what'), t('column.phases')],
          edges: [t('export.from'), t('export.relation'), t('export.to'), t('export.years')],
        },
        detail,
        group: nameGroup,
        phase: phases.label,
        relation: (relation) => t(`way.${relation}`),
        language,
      });
    const writers: Record<NetworkFormat, () => Promise<[string, string | Blob, string?]>> = {
      html: async () => ['maillage.html', page(), 'text/html;charset=utf-8'],
      png: async () => ['maillage.png', (await canvas.current?.picture()) ?? new Blob()],
      svg: async () => ['maillage.svg', drawing(), 'image/svg+xml'],
      gexf: async () => ['maillage.gexf', toGexf(view, places), 'application/xml'],
      graphml: async () => ['maillage.graphml', toGraphml(view), 'application/xml'],
      cytoscape: async () => ['maillage.cyjs', toCytoscapeJson(view, places), 'application/json'],
      nodes: async () => ['maillage-elements.csv', nodesCsv(view), 'text/csv;charset=utf-8'],
      edges: async () => ['maillage-liens.csv', edgesCsv(view), 'text/csv;charset=utf-8'],
    };
    saveFile(...(await writers[format]()));
  };
}

/** Writes the directory as filtered and sorted, in one of its formats. */
function useDirectoryFile(explore: Explore) {
  const formats = useFormats();
  const families = useVocabulary('actorFamily');
  const readAll = useWholeDirectory(explore);
  return async (format: DirectoryFormat) => {
    const { tri, inverse } = explore.state;
    const order = directoryValue(tri, families.label);
    const rows = orderDirectory(await readAll(), order, inverse, formats.compare);
    if (format === 'xlsx') saveFile('annuaire.xlsx', await directoryWorkbook(rows));
    else if (format === 'csv') saveFile('annuaire.csv', directoryCsv(rows), 'text/csv;charset=utf-8');
    else saveFile('annuaire.geojson', directoryGeojson(rows), 'application/geo+json');
  };
}

/** Copies what another site writes to show this view in a page of its own. */
function useCopyEmbed(): () => void {
  const { t } = useTranslation('explore');
  const { t: components } = useTranslation('components');
  return () => {
    const { origin, search } = window.location;
    const address = escapeXml(`${origin}/embed/explorer${search}`);
    const code = `<iframe src="${address}" title="${escapeXml(t('embed.title'))}" width="100%" height="600" loading="lazy"></iframe>`;
    navigator.clipboard.writeText(code).then(
      () => showToast(t('export.embedCopied')),
      () => showToast(components('linkNotCopied')),
    );
  };
}

/** What is shown, as a file: the network for other programs, a page that opens alone, the directory. */
export function ExportMenu({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const network = useNetworkFile(explore);
  const directory = useDirectoryFile(explore);
  const copyEmbed = useCopyEmbed();
  const drawn = explore.state.vue !== 'table';
  const run = (write: Promise<void>) => void write.catch(() => showToast(t('export.failed')));
  return (
    <Popover
      label={t('export.label')}
      align="end"
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('export.label')} icon={<Download size={18} aria-hidden />} />
      )}
    >
      {(close) => (
        <div className={styles.menu}>
          {directoryFormats.map((format) => (
            <Button
              key={format}
              look="quiet"
              small
              onClick={() => {
                run(directory(format));
                close();
              }}
            >
              {t(`export.${format}`)}
            </Button>
          ))}
          <Button
            look="quiet"
            small
            onClick={() => {
              copyEmbed();
              close();
            }}
          >
            {t('export.embed')}
          </Button>
          {drawn &&
            networkFormats.map((format) => (
              <Button
                key={format}
                look="quiet"
                small
                onClick={() => {
                  run(network(format));
                  close();
                }}
              >
                {t(`export.${format}`)}
              </Button>
            ))}
        </div>
      )}
    </Popover>
  );
}
