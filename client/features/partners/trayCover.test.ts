import type { BriefPartsFragment, PartnerRowFragment } from '../../graphql/generated/graphql';
import { coverOfTeam } from './trayCover';

const need = (competenceId: string) =>
  ({ competenceId, phase: 'FABRICATION' }) as BriefPartsFragment['needs'][number];
const row = (actorId: string, covers: Record<string, number>) =>
  ({
    actorId,
    brings: [
      {
        phase: 'FABRICATION',
        needs: Object.entries(covers).map(([competenceId, factor]) => ({ competenceId, factor })),
      },
    ],
  }) as PartnerRowFragment;

test('a team covers a need by the competence itself, in part by a broader one', () => {
  const team = [row('a', { design: 1, film: 0.5 }), row('b', { design: 1 })];
  expect(coverOfTeam([need('design'), need('film'), need('host')], team)).toEqual([
    { competenceId: 'design', phase: 'FABRICATION', by: ['a', 'b'], partly: [] },
    { competenceId: 'film', phase: 'FABRICATION', by: [], partly: ['a'] },
    { competenceId: 'host', phase: 'FABRICATION', by: [], partly: [] },
  ]);
});

test('nobody covers nothing, and what is brought beyond the needs does not count', () => {
  expect(coverOfTeam([], [row('a', { design: 1 })])).toEqual([]);
  expect(coverOfTeam([need('host')], [])).toEqual([
    { competenceId: 'host', phase: 'FABRICATION', by: [], partly: [] },
  ]);
});
