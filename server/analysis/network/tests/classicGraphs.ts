import { createGraph, type Edge, type Graph } from '../../graph';

/** Ties written `a-b`, or `a-b*weight`, apart by spaces. */
export function edgesOf(text: string): Edge[] {
  return text.split(' ').map((tie) => {
    const [ends, weight] = tie.split('*');
    const [source, target] = ends!.split('-').map(Number);
    return { source: source!, target: target!, weight: Number(weight ?? 1) };
  });
}

function unweighted(edges: Edge[]): Edge[] {
  return edges.map(({ source, target }) => ({ source, target }));
}

/** Zachary (1977), doi:10.1086/jar.33.4.3629752: 34 members of a karate club, 78 friendships; nodes as in NetworkX. */
export const karateEdges: Edge[] = edgesOf(
  '0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 ' +
    '1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 ' +
    '8-33 9-33 13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 ' +
    '23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 ' +
    '32-33',
);

export const karateNodeCount = 34;

/** Padgett & Ansell (1993), doi:10.1086/230190: marriages of 15 Florentine families, 20 ties; 8 is Medici. */
export const florentineEdges: Edge[] = edgesOf(
  '0-1 1-5 1-6 1-7 1-8 1-9 2-3 2-4 2-5 3-4 3-11 4-6 4-11 6-7 7-12 8-13 8-12 9-10 11-12 12-14',
);

export const florentineNodeCount = 15;

/** Knuth (1993), The Stanford GraphBase: 77 characters of Les Misérables, 254 ties weighted by scenes together. */
export const lesMiserablesEdges: Edge[] = edgesOf(
  '0-1 1-2*8 1-3*10 1-4 1-5 1-6 1-7 1-8*2 1-9 1-10*5 2-3*6 2-10*3 3-10*3 10-11 10-12 10-13 10-14 10-15 ' +
    '10-23*9 10-24*7 10-25*12 10-26*31 10-27*17 10-28*8 10-29*2 10-31*3 10-32 10-33*2 10-34*3 10-35*3 ' +
    '10-36*2 10-37*2 10-38*2 10-43*3 10-44 10-48 10-49*2 10-51*2 10-55*19 10-58*4 10-64 10-68 10-69 10-70 ' +
    '10-71 10-72 12-23*2 16-17*4 16-18*4 16-19*4 16-20*3 16-21*3 16-22*3 16-23*3 17-18*4 17-19*4 17-20*3 ' +
    '17-21*3 17-22*3 17-23*3 17-26 17-55 18-19*4 18-20*3 18-21*3 18-22*3 18-23*3 19-20*4 19-21*3 19-22*3 ' +
    '19-23*3 20-21*5 20-22*4 20-23*4 21-22*4 21-23*4 22-23*4 23-24*2 23-25 23-27*5 23-29 23-30 23-31*2 ' +
    '24-25*13 24-26*4 24-27 24-41*2 24-42 24-50 24-68 24-69 24-70 25-26 25-27*5 25-39 25-40 25-41*3 ' +
    '25-42*2 25-48 25-55*2 25-68*5 25-69*6 25-70*4 25-71 25-75*3 26-27 26-43 26-49*3 26-51*2 26-54 ' +
    '26-55*21 26-72*2 27-28 27-29 27-31 27-33 27-43 27-48 27-58*6 27-68 27-69*2 27-70 27-71 27-72 28-44*3 ' +
    '28-45*2 29-34*2 29-35*2 29-36 29-37 29-38 30-31*2 34-35*3 34-36*2 34-37*2 34-38*2 35-36*2 35-37*2 ' +
    '35-38*2 36-37*2 36-38*2 37-38*2 39-52 39-55 41-42*2 41-55*5 41-57 41-62 41-68 41-69 41-70 41-71 41-75 ' +
    '46-47 46-48*2 48-55*4 48-57 48-58*7 48-59*6 48-60 48-61*2 48-62*7 48-63*5 48-64*5 48-65*3 48-66 48-68 ' +
    '48-69 48-71 48-73*2 48-74*2 48-75 48-76 49-50 49-51*9 49-54 49-55*12 49-56 51-52 51-53 51-54*2 ' +
    '51-55*6 54-55 55-56 55-57 55-58*7 55-59*5 55-61 55-62*9 55-63 55-64*5 55-65*2 57-58 57-59*2 57-61 ' +
    '57-62*2 57-63*2 57-64 57-65 57-67*3 58-59*15 58-60*4 58-61*6 58-62*17 58-63*4 58-64*10 58-65*5 ' +
    '58-66*3 58-70 58-76 59-60*2 59-61*5 59-62*13 59-63*5 59-64*9 59-65*5 59-66 60-61*2 60-62*3 60-63*2 ' +
    '60-64*2 60-65*2 60-66 61-62*6 61-63*3 61-64*6 61-65*5 61-66 62-63*6 62-64*12 62-65*5 62-66*2 62-76 ' +
    '63-64*4 63-65*5 63-66 63-76 64-65*7 64-66*3 64-76 65-66*2 65-76 66-76 68-69*6 68-70*4 68-71*2 68-75*3 ' +
    '69-70*4 69-71*2 69-75*3 70-71*2 70-75 71-75 73-74*3',
);

export const lesMiserablesNodeCount = 77;

/** The club each member of the karate club chose: Mr. Hi's or the officers'. */
export const karateClubs: string[] = [...'MMMMMMMMMOMMMMOOMMOMOMOOOOOOOOOOOO'];

/** Names of the Florentine families, by node. */
export const florentineNames = [
  'Acciaiuoli',
  'Medici',
  'Castellani',
  'Peruzzi',
  'Strozzi',
  'Barbadori',
  'Ridolfi',
  'Tornabuoni',
  'Albizzi',
  'Salviati',
  'Pazzi',
  'Bischeri',
  'Guadagni',
  'Ginori',
  'Lamberteschi',
];

export const karate: Graph = createGraph(karateNodeCount, karateEdges);
export const florentine: Graph = createGraph(florentineNodeCount, florentineEdges);
export const lesMiserables: Graph = createGraph(lesMiserablesNodeCount, lesMiserablesEdges);
export const lesMiserablesByHops: Graph = createGraph(lesMiserablesNodeCount, unweighted(lesMiserablesEdges));
