import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { joinClasses } from '../../lib/joinClasses';
import { useDebounced } from '../../lib/useDebounced';
import { useDismiss } from '../../lib/useDismiss';
import { useMediaQuery } from '../../lib/useMediaQuery';
import { useListbox } from '../controls/useListbox';
import { SearchHits } from './SearchHits';
import { hitPath, longestSearch, useSearch } from './searchTypes';
import styles from './SearchBox.module.css';

/** Properties of {@link SearchBox}. */
export interface SearchBoxProps {
  /** The size it has on Accueil. */
  large?: boolean;
}

/** Ctrl-K (or Cmd-K), and `/` outside a field, bring the focus to the box. */
function useSearchKeys(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = (event.target as Element | null)?.closest?.(
        'input, textarea, select, [contenteditable]',
      );
      const called = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!called && !(event.key === '/' && !typing)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}

/** The answers to what is typed, once it has stayed still for a moment. */
function useAnswer(text: string) {
  const asked = useDebounced(text.trim(), 90);
  const answer = useSearch(asked);
  return { asked, answer: asked === '' ? { ...answer, hits: [] } : answer };
}

/** What the box shows and does: what is typed, what answers, where it leads. */
function useSearchBox() {
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const { asked, answer } = useAnswer(text);
  const leave = (path: string) => {
    setText('');
    setOpen(false);
    input.current?.blur();
    void navigate(path);
  };
  const choose = (index: number) => {
    const hit = answer.hits[index];
    if (hit) leave(hitPath(hit));
  };
  const listbox = useListbox({ count: answer.hits.length, open, setOpen, onChoose: choose });
  useSearchKeys(input);
  useDismiss(open, () => setOpen(false), [frame]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = event.key === 'Enter' && listbox.active < 0 && text.trim() !== '';
    if (all) leave(`/explorer?q=${encodeURIComponent(text.trim())}`);
    else listbox.onKeyDown(event);
  };
  const onType = (typed: string) => {
    setOpen(true);
    listbox.setActive(-1);
    setText(typed);
  };
  const shown = open && asked !== '';
  return {
    frame,
    input,
    text,
    setOpen,
    asked,
    answer,
    choose,
    listbox,
    onKeyDown,
    onType,
    shown,
  };
}

/**
 * The one search box: over actors, competences, themes, productions, territories and sources. Arrows and Enter open
 * an answer; Enter alone leads to all of them in Explorer.
 */
export function SearchBox({ large = false }: SearchBoxProps) {
  const { t } = useTranslation('frame');
  const roomy = useMediaQuery('(min-width: 600px)');
  const { frame, input, text, setOpen, asked, answer, choose, listbox, onKeyDown, onType, shown } =
    useSearchBox();
  return (
    <div role="search" ref={frame} className={joinClasses(styles.search, large && styles.large)}>
      <Search size={large ? 22 : 18} className={styles.icon} aria-hidden />
      <input
        ref={input}
        {...listbox.inputProps}
        type="search"
        maxLength={longestSearch}
        role="combobox"
        className={styles.input}
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={shown ? listbox.listId : undefined}
        aria-keyshortcuts="Control+K"
        placeholder={t(large && roomy ? 'search.placeholderLong' : 'search.placeholder')}
        value={text}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={(event) => onType(event.target.value)}
      />
      <kbd className={styles.keys} aria-hidden>
        {t('search.keys')}
      </kbd>
      {shown && (
        <SearchHits
          answer={answer}
          settled={asked === text.trim()}
          query={asked}
          listbox={listbox}
          onChoose={choose}
        />
      )}
    </div>
  );
}
