import { betweenness } from './betweenness';
import { components, density } from './cohesion';
import { communities } from './communities';
import { constraint } from './constraint';
import { coreNumbers } from './coreNumber';
import { mixing } from './mixing';
import { region, regionFamilies, regionReference } from './tests/regionGraph';

describe("the region's own graph", () => {
  test('has the betweenness, constraint and core numbers that NetworkX and igraph find', () => {
    const found = { betweenness: betweenness(region).values, constraint: constraint(region) };
    for (let node = 0; node < region.nodeCount; node++) {
      expect(found.betweenness[node]).toBeCloseTo(regionReference.betweenness[node]!, 4);
      expect(found.constraint[node]).toBeCloseTo(regionReference.constraint[node]!, 4);
    }
    expect([...coreNumbers(region)]).toEqual(regionReference.core);
  });

  test('has the density, the components and the assortativity by family that NetworkX finds', () => {
    expect(density(region)).toBeCloseTo(regionReference.density, 14);
    expect(components(region).communityCount).toBe(regionReference.components);
    expect(mixing(region, regionFamilies).assortativity).toBeCloseTo(regionReference.assortativity, 12);
  });

  test('is described as briefly as by infomap', () => {
    const found = communities(region, { trials: 100 });
    expect(found.description.total).toBeLessThanOrEqual(regionReference.descriptionLength * (1 + 1e-4));
  });
});
