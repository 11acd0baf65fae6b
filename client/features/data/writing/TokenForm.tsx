import { useApolloClient } from '@apollo/client/react';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { TextField } from '../../../components/controls/TextField';
import { DataTokenCheckDocument } from '../../../graphql/generated/graphql';
import { readProblem } from '../../../graphql/readProblem';
import { setWriter, useWriter, writeContext, type Writer } from '../../../lib/writeToken';
import styles from './Writing.module.css';

/** Asks the API whether a token lets one write; gives back the code of its refusal, or null. */
function useTokenCheck() {
  const client = useApolloClient();
  return async (writer: Writer): Promise<string | null> => {
    try {
      const { error } = await client.query({
        query: DataTokenCheckDocument,
        context: writeContext(writer),
        fetchPolicy: 'no-cache',
      });
      return error ? readProblem(error).code : null;
    } catch (error) {
      return CombinedGraphQLErrors.is(error) ? readProblem(error).code : 'OFFLINE';
    }
  };
}

/** Where one gives the write token and one's name. The token is tried before it is kept. */
export function TokenForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const check = useTokenCheck();
  const [token, setToken] = useState('');
  const [by, setBy] = useState(writer.by);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = { token: token.trim(), by: by.trim() };
    setBusy(true);
    const code = given.token === '' ? 'UNAUTHENTICATED' : await check(given);
    setBusy(false);
    setProblem(code);
    if (code !== null) return;
    setWriter(given);
    onDone?.();
  };
  const refused = problem === 'FORBIDDEN' || problem === 'UNAUTHENTICATED';
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('token.label')}
        hint={t('token.hint')}
        error={problem ? t(refused ? 'token.refused' : 'token.unreached') : undefined}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={token}
        onChange={setToken}
      />
      <TextField label={t('token.by')} hint={t('token.byHint')} value={by} onChange={setBy} />
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {t('token.use')}
        </Button>
      </div>
    </form>
  );
}
