import type { StylesheetJson } from 'cytoscape';
import type { ReadColour } from '../../lib/themeColours';

/** Size of labels on screen, in pixels, whatever the zoom. */
export const labelSize = 12.5;

/** Between a node and its label. */
export const labelGap = 3;

/**
 * The rules of the canvas. Relations are told apart by their line before their colour: ties between actors whole,
 * statements about themes and places dotted, requirements dashed.
 *
 * @param font - family of the labels
 */
export function createStylesheet(colour: ReadColour, font: string): StylesheetJson {
  const ink = colour('ink');
  const accent = colour('accent');
  const line = colour('line-strong');
  return [
    // What lies under the network shows while a picture of it is moved.
    { selector: 'core', style: { 'outside-texture-bg-opacity': 0 } as never },
    {
      selector: 'node',
      style: {
        width: 'data(side)',
        height: 'data(tall)',
        shape: 'data(shape)' as never,
        'background-color': 'data(fill)',
        'border-color': 'data(line)',
        'border-width': 1.5,
        'background-image': 'data(image)',
        'background-fit': 'contain',
        'background-clip': 'none',
        'background-image-containment': 'over',
        label: 'data(shown)',
        color: ink,
        'font-family': font,
        'font-size': 'data(font)',
        'text-valign': 'data(valign)',
        'text-halign': 'data(halign)',
        'text-margin-x': 'data(aside)',
        'text-margin-y': 'data(down)',
        'text-wrap': 'wrap',
        'line-height': 1.1,
        'text-outline-color': colour('paper'),
        'text-outline-width': 'data(outline)',
        'overlay-opacity': 0,
        'underlay-color': accent,
      } as never,
    },
    {
      // Cytoscape takes a point straight above the lowest corner of a diamond to be outside, its middle among them: this corner is aside.
      selector: 'node[shape = "diamond"]',
      style: { shape: 'polygon', 'shape-polygon-points': '0 -1 1 0 0.002 1 -1 0' } as never,
    },
    { selector: 'node[kind = "GROUP"]', style: { 'font-weight': 600 } },
    { selector: 'node.start', style: { 'border-width': 3, 'font-weight': 600 } as never },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': line,
        'line-opacity': 'data(opacity)' as never,
        'curve-style': 'haystack',
        'haystack-radius': 0,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge[relation = "CONTRIBUTION"], edge[relation = "HOSTING"]',
      style: { 'line-color': accent },
    },
    {
      selector:
        'edge[relation = "THEME"], edge[relation = "PLACE"], edge[relation = "WITHIN"], edge[relation = "SHOWN_IN"], edge[relation = "SOURCE"]',
      style: { 'line-style': 'dotted' },
    },
    {
      selector: 'edge[relation = "REQUIREMENT"], edge[relation = "BROADER"], edge[relation = "SEEKING"]',
      style: { 'line-style': 'dashed' },
    },
    { selector: 'node.pinned', style: { 'border-style': 'double', 'border-width': 4 } },
    {
      selector: 'node:selected',
      style: { 'border-color': accent, 'border-width': 3, 'underlay-opacity': 0.18, 'underlay-padding': 6 },
    },
    { selector: 'node.pointed', style: { 'underlay-opacity': 0.12, 'underlay-padding': 5 } },
    { selector: 'edge.near', style: { 'line-color': accent, 'line-opacity': 1 } },
    { selector: '.far', style: { opacity: 0.14 } },
    { selector: 'node.path', style: { 'border-color': accent, 'border-width': 4 } },
    { selector: 'edge.path', style: { 'line-color': accent, 'line-opacity': 1, width: 4 } },
  ];
}
