import { Bookmark, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { TextField } from '../../../components/controls/TextField';
import { Popover } from '../../../components/overlays/Popover';
import { readSavedViews, writeSavedViews, type SavedView } from '../state/savedViews';
import styles from './Toolbar.module.css';

/** Views kept under a name in this browser; each is a link that one may also send. */
export function SavedViews() {
  const { t } = useTranslation('explore');
  const { search } = useLocation();
  const [views, setViews] = useState(readSavedViews);
  const [name, setName] = useState('');
  const keep = (next: SavedView[]) => {
    writeSavedViews(next);
    setViews(next);
  };
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
              <li key={view.name} className={styles.saved}>
                <Link to={{ pathname: '/explorer', search: view.search }} onClick={close}>
                  {view.name}
                </Link>
                <IconButton
                  label={t('saved.forget', { name: view.name })}
                  icon={<X size={16} aria-hidden />}
                  onClick={() => keep(views.filter((other) => other.name !== view.name))}
                />
              </li>
            ))}
          </ul>
          <form
            className={styles.saveForm}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === '') return;
              keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), search }]);
              setName('');
            }}
          >
            <TextField label={t('saved.name')} value={name} onChange={setName} maxLength={60} />
            <Button type="submit" small disabled={name.trim() === ''}>
              {t('saved.keep')}
            </Button>
          </form>
        </div>
      )}
    </Popover>
  );
}
