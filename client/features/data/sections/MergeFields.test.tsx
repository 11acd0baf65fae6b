import { ApolloLink, Observable } from '@apollo/client';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderPage } from '../../../tests/support/renderPage';
import { MergeFields } from './MergeFields';

const value = (column: string, labelFr: string, text: string | null, sheet = 'actors') => ({
  __typename: 'ProvenValue',
  sheet,
  column,
  labelFr,
  labelEn: labelFr,
  value: text,
});
const own = [
  value('name', 'Nom', 'Musée A'),
  value('website', 'Site internet', 'https://a.example.org'),
  value('family', 'Famille', 'Musée'),
  value('acronym', 'Sigle', null),
  value('serves', 'Dessert', 'Laon'),
];
const other = [
  value('name', 'Nom', 'Musée B'),
  value('website', 'Site internet', 'https://b.example.org'),
  value('family', 'Famille', 'Musée'),
  value('acronym', 'Sigle', 'MB'),
  value('serves', 'Dessert', 'Soissons'),
  value('level', 'Niveau', '3', 'actorCompetences'),
];

function Chooser({ onTake }: { onTake: (take: string[]) => void }) {
  const [take, setTake] = useState<string[]>([]);
  const choose = (columns: string[]) => {
    setTake(columns);
    onTake(columns);
  };
  return <MergeFields keep="a" drop="b" take={take} onTake={choose} />;
}

const renderWith = (answer: object) => {
  const asked: unknown[] = [];
  const onTake = jest.fn();
  const link = new ApolloLink(({ variables }) => {
    asked.push(variables);
    return new Observable((observer) => {
      observer.next({ data: answer });
      observer.complete();
    });
  });
  renderPage(<Chooser onTake={onTake} />, { link });
  return { asked, onTake };
};

describe('the choice of fields when two records become one', () => {
  it('is offered for each value on which they differ, and only for these', async () => {
    const { asked } = renderWith({ own, other });
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes.map((box) => (box as HTMLInputElement).labels![0]!.textContent)).toEqual([
      expect.stringContaining('Musée B'),
      expect.stringContaining('https://b.example.org'),
    ]);
    for (const box of boxes) expect(box).not.toBeChecked();
    expect(asked).toEqual([{ keep: 'a', drop: 'b' }]);
  });

  it('is made field by field, and taken back', async () => {
    const { onTake } = renderWith({ own, other });
    const [name, site] = await screen.findAllByRole('checkbox');
    await userEvent.click(name!);
    await userEvent.click(site!);
    await userEvent.click(name!);
    expect(onTake.mock.calls.map(([columns]: [string[]]) => columns)).toEqual([
      ['name'],
      ['name', 'website'],
      ['website'],
    ]);
    expect(name).not.toBeChecked();
    expect(site).toBeChecked();
  });

  it('is not offered where they agree', async () => {
    const { asked } = renderWith({ own, other: own });
    await screen.findByText((_, node) => node?.tagName === 'BODY' && asked.length === 1);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
