import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Disclosure } from '../../../components/display/Disclosure';
import { Figure, Figures } from '../../../components/display/Figure';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import type { SynergiesMeasureQuery } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import type { MeasureDescriptor } from './AnyMeasure';
import { LeftOut } from './LeftOut';

type Answer = NonNullable<SynergiesMeasureQuery['networkMeasure']>;
type AnswerTable = Answer['tables'][number];
type AnswerRow = AnswerTable['rows'][number];

/** The answer of any measure: its figures, its tables, what it left out, its formula and its references. */
export function MeasureAnswer({ measure, answer }: { measure: MeasureDescriptor; answer: Answer }) {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const local = useLocalText();
  return (
    <>
      <Figures>
        {answer.figures.map(({ id, label, value }) => (
          <Figure key={id} value={number(value ?? null, 3)} label={local(label.fr, label.en)} />
        ))}
      </Figures>
      {answer.tables.map((table) => (
        <CellTable key={table.id} table={table} />
      ))}
      {answer.actorColumns.length > 0 && <ActorTable columns={answer.actorColumns} />}
      <LeftOut parts={answer.leftOut} />
      <Disclosure summary={t('any.formula')}>
        <p>{measure.formula}</p>
        <ul>
          {measure.references.map(({ citation, doi }) => (
            <li key={doi}>
              <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
                {citation}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

function CellTable({ table }: { table: AnswerTable }) {
  const { number } = useFormats();
  const local = useLocalText();
  const columns = table.columns.map((column, c): TableColumn<AnswerRow> => {
    const isNumber = column.kind === 'number';
    return {
      id: column.id,
      header: local(column.label.fr, column.label.en),
      value: ({ cells }) => cells[c]?.number ?? cells[c]?.text ?? cells[c]?.actors?.[0]?.name ?? null,
      cell: ({ cells }) => {
        const { actors, text, number: value } = cells[c] ?? {};
        if (isNumber) return number(value ?? null, 2);
        return actors ? <ActorLinks actors={actors} /> : text;
      },
      ...(isNumber ? { align: 'end' as const } : {}),
      width: isNumber ? 130 : 240,
    };
  });
  return (
    <Table
      caption={local(table.label.fr, table.label.en)}
      columns={columns}
      rows={table.rows}
      rowKey={({ cells }) =>
        cells.map(({ text, number: value, actorIds }) => text ?? value ?? actorIds?.join()).join('|')
      }
    />
  );
}

function ActorLinks({ actors }: { actors: readonly { id: string; name: string }[] }) {
  const { list } = useFormats();
  const [only] = actors;
  if (actors.length === 1 && only) return <Link to={`/acteurs/${only.id}`}>{only.name}</Link>;
  return (
    <>
      {list(
        actors.map(({ name }) => name),
        'and',
      )}
    </>
  );
}

interface ActorRow {
  id: string;
  name: string;
  values: (number | null)[];
}

function ActorTable({ columns }: { columns: Answer['actorColumns'] }) {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const local = useLocalText();
  const rows = new Map<string, ActorRow>();
  columns.forEach(({ values }, c) => {
    for (const { actorId, actor, value } of values) {
      const row = rows.get(actorId) ?? {
        id: actorId,
        name: actor?.name ?? actorId,
        values: columns.map(() => null),
      };
      row.values[c] = value;
      rows.set(actorId, row);
    }
  });
  const shown = [...rows.values()];
  return (
    <Table
      caption={t('any.byActor', { count: shown.length, number: number(shown.length) })}
      rows={shown}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('any.actor'),
          value: ({ name }) => name,
          cell: ({ id, name }) => <Link to={`/acteurs/${id}`}>{name}</Link>,
          width: 320,
        },
        ...columns.map(({ id, label }, c): TableColumn<ActorRow> => ({
          id,
          header: local(label.fr, label.en),
          value: ({ values }) => values[c] ?? null,
          cell: ({ values }) => number(values[c] ?? null, 3),
          align: 'end',
          width: 180,
        })),
      ]}
    />
  );
}
