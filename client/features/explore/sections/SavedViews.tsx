import { Bookmark, Pencil, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { TextField } from '../../../components/controls/TextField';
import { showToast } from '../../../components/overlays/announcements';
import { Popover } from '../../../components/overlays/Popover';
import { forgetView, keepView, renameView, useSavedViews, type SavedView } from '../state/savedViews';
import styles from './Toolbar.module.css';

const longestName = 60;

/** Gives a view another name; Escape leaves it as it is. */
function RenameForm({
  view,
  onEnd,
  onRenamed,
}: {
  view: SavedView;
  onEnd: () => void;
  onRenamed: (name: string) => void;
}) {
  const { t } = useTranslation('explore');
  const views = useSavedViews();
  const [typed, setTyped] = useState(view.name);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, []);
  const name = typed.trim();
  const isTaken = name !== view.name && views.some((other) => other.name === name);
  return (
    <form
      ref={form}
      className={styles.saveForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || isTaken) return;
        if (name === view.name) return onEnd();
        onRenamed(name);
        renameView(view.name, name);
      }}
    >
      <TextField
        label={t('saved.newName')}
        value={typed}
        onChange={setTyped}
        maxLength={longestName}
        error={isTaken ? t('saved.taken', { name }) : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The menu stays open.
          event.preventDefault();
          onEnd();
        }}
      />
      <Button type="submit" small disabled={name === '' || isTaken}>
        {t('saved.rename')}
      </Button>
    </form>
  );
}

interface SavedRowProps {
  view: SavedView;
  onOpen: () => void;
  /** Whether it has just been given its name: the focus, which was in the form, is here. */
  isRenamed: boolean;
  onRenamed: (name: string) => void;
}

function SavedRow({ view, onOpen, isRenamed, onRenamed }: SavedRowProps) {
  const { t } = useTranslation('explore');
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isRenamed) pencil.current?.focus();
  }, [isRenamed]);
  const endRenaming = () => {
    flushSync(() => setRenaming(false));
    pencil.current?.focus();
  };
  const forget = () => {
    const undo = forgetView(view.name);
    showToast(t('saved.forgotten', { name: view.name }), { label: t('saved.undo'), run: undo });
  };
  if (renaming)
    return (
      <li>
        <RenameForm view={view} onEnd={endRenaming} onRenamed={onRenamed} />
      </li>
    );
  return (
    <li className={styles.saved}>
      <Link to={{ pathname: '/explorer', search: view.search }} onClick={onOpen}>
        {view.name}
      </Link>
      <IconButton
        ref={pencil}
        label={t('saved.renameOne', { name: view.name })}
        icon={<Pencil size={16} aria-hidden />}
        onClick={() => setRenaming(true)}
      />
      <IconButton
        label={t('saved.forget', { name: view.name })}
        icon={<X size={16} aria-hidden />}
        onClick={forget}
      />
    </li>
  );
}

/** Keeps what is shown under a name; one that is taken is said, and replaced only when asked. */
function KeepForm() {
  const { t } = useTranslation('explore');
  const { search } = useLocation();
  const views = useSavedViews();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const isTaken = views.some((view) => view.name === name);
  return (
    <form
      className={styles.saveForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') return;
        keepView({ name, search });
        showToast(t(isTaken ? 'saved.replaced' : 'saved.kept', { name }));
        setTyped('');
      }}
    >
      <TextField
        label={t('saved.name')}
        hint={isTaken ? t('saved.taken', { name }) : undefined}
        value={typed}
        onChange={setTyped}
        maxLength={longestName}
      />
      <Button type="submit" small disabled={name === ''}>
        {t(isTaken ? 'saved.replace' : 'saved.keep')}
      </Button>
    </form>
  );
}

/** Views kept under a name in this browser; each is a link that one may also send. */
export function SavedViews() {
  const { t } = useTranslation('explore');
  const views = useSavedViews();
  const [renamed, setRenamed] = useState('');
  return (
    <Popover
      label={t('saved.label')}
      align="end"
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('saved.label')} icon={<Bookmark size={18} aria-hidden />} />
      )}
    >
      {(close) => (
        <div className={styles.menu}>
          {views.length === 0 && <p>{t('saved.none')}</p>}
          <ul>
            {views.map((view) => (
              <SavedRow
                key={view.name}
                view={view}
                onOpen={close}
                isRenamed={view.name === renamed}
                onRenamed={setRenamed}
              />
            ))}
          </ul>
          <KeepForm />
        </div>
      )}
    </Popover>
  );
}
