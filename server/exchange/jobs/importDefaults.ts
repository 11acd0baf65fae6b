import type { ImportOptions } from '../import/importFile';
import { REGISTER_FORMATS, type RegisterFormatName } from '../import/registers/recogniseRegister';
import { inFrench } from '../sheets/dates';
import { slug } from '../sheets/normalise';

/** The choices for a register: it is not declared, its source is itself at that day, and what it leaves empty says nothing. */
export function registerOptions(format: RegisterFormatName, at: string): Partial<ImportOptions> {
  const day = at.slice(0, 10);
  const id = `reg-${slug(format)}-${day}`;
  const { title, publisher, licence } = REGISTER_FORMATS[format].source;
  const source = {
    id,
    title: `${title}, fichier importé le ${inFrench(day)}`,
    publisher,
    url: `urn:maillage:${id}`,
    date: day,
    licence,
  };
  return { status: 'REGISTER', blanks: 'KEEP', absent: 'KEEP', source };
}

/** The choices for an agenda: its organisers publish it, so it is read in a source; what it leaves empty says nothing. */
export function agendaOptions(at: string): Partial<ImportOptions> {
  const day = at.slice(0, 10);
  const source = {
    id: `openagenda-${day}`,
    title: `OpenAgenda, fichier importé le ${inFrench(day)}`,
    publisher: 'OpenAgenda',
    url: 'https://openagenda.com',
    date: day,
    licence: null,
  };
  return { status: 'DOCUMENTED', blanks: 'KEEP', absent: 'KEEP', source };
}

/** The choices for a file of which nothing else is said: it is declared, absent rows stay, its source is itself. */
export function defaultOptions(fileName: string, at: string): ImportOptions {
  const day = at.slice(0, 10);
  const id = `import-${slug(fileName.replace(/\.[a-z0-9]+$/i, '')) || 'fichier'}-${day}`;
  return {
    absent: 'KEEP',
    status: 'DECLARED',
    statedOn: day,
    source: {
      id,
      title: fileName,
      publisher: 'Import',
      url: `urn:maillage:${id}`,
      date: day,
      licence: null,
    },
  };
}
