// The deviation on a line: the band in the middle, the present as a mark on it whose shape says whether it is inside.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 1000;
const HEIGHT = 200;
const MIDDLE = 92;

function make(parent, name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  parent.append(element);
  return element;
}

/** Draws a gauge into a box and answers how to show a value on it. */
export function gauge(box) {
  const svg = make(box, 'svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  const band = make(svg, 'rect', { class: 'band', y: MIDDLE - 60, height: 120, rx: 18 });
  make(svg, 'line', { class: 'rail', x1: 10, x2: WIDTH - 10, y1: MIDDLE, y2: MIDDLE });
  const ticks = make(svg, 'g', { class: 'ticks' });
  make(svg, 'line', { class: 'neutral', x1: WIDTH / 2, x2: WIDTH / 2, y1: MIDDLE - 60, y2: MIDDLE + 60 });
  const mark = make(svg, 'g', { class: 'mark' });
  make(mark, 'circle', { class: 'in', cx: 0, cy: MIDDLE, r: 44 });
  make(mark, 'path', { class: 'out right', d: `M-40 ${MIDDLE - 62}L62 ${MIDDLE}L-40 ${MIDDLE + 62}z` });
  make(mark, 'path', { class: 'out left', d: `M40 ${MIDDLE - 62}L-62 ${MIDDLE}L40 ${MIDDLE + 62}z` });
  const less = make(svg, 'text', { class: 'end', x: 10, y: HEIGHT - 6 });
  const bandText = make(svg, 'text', { class: 'end middle', x: WIDTH / 2, y: HEIGHT - 6 });
  const more = make(svg, 'text', { class: 'end last', x: WIDTH - 10, y: HEIGHT - 6 });
  let drawn = 0;

  function scale(reach) {
    if (drawn === reach) {
      return;
    }
    drawn = reach;
    ticks.replaceChildren();
    for (let deg = -Math.floor(reach) + 1; deg < reach; deg++) {
      const x = (WIDTH / 2) * (1 + deg / reach);
      const half = deg % 5 === 0 ? 22 : 11;
      make(ticks, 'line', { x1: x, x2: x, y1: MIDDLE - half, y2: MIDDLE + half });
    }
  }

  /** deviation and threshold in degrees, either may be undefined; words: less, more, band, label. */
  return (deviation, threshold, words) => {
    const reach = Math.max(10, Math.ceil((threshold ?? 3) * 3));
    scale(reach);
    const x = (deg) => (WIDTH / 2) * (1 + deg / reach);
    svg.classList.toggle('has-band', threshold !== undefined);
    if (threshold !== undefined) {
      band.setAttribute('x', x(-threshold));
      band.setAttribute('width', x(threshold) - x(-threshold));
    }
    svg.classList.toggle('has-mark', deviation !== undefined);
    if (deviation !== undefined) {
      const shown = Math.max(-reach * 0.93, Math.min(reach * 0.93, deviation));
      mark.style.transform = `translateX(${x(shown)}px)`;
      const beyond = threshold !== undefined && Math.abs(deviation) > threshold;
      mark.dataset.where = beyond ? (deviation > 0 ? 'right' : 'left') : 'in';
    }
    less.textContent = `\u2039 ${words.less}`;
    more.textContent = `${words.more} \u203a`;
    bandText.textContent = words.band;
    box.setAttribute('aria-label', words.label);
  };
}
