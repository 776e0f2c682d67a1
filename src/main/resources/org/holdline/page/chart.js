// The last ten minutes. uPlot is fetched when there is something to draw, so that the first look does not wait for it.

import { t, number, clock } from '/words.js';

const SPAN_S = 600;

function load() {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/vendor/uPlot.min.css';
  document.head.append(style);
  return import('/vendor/uPlot.esm.js');
}

/** Makes the chart in a box and answers how to give it points. */
export function chart(box, empty) {
  let points = [];
  let cues = [];
  let marks = [];
  let plot;
  let loading;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function data() {
    const xs = [];
    const ys = [];
    const low = [];
    const high = [];
    let before = null;
    for (const [s, deviation, threshold] of points) {
      if (before !== null && s - before > 5) {
        xs.push(before + 1);
        ys.push(null);
        low.push(null);
        high.push(null);
      }
      xs.push(s);
      ys.push(deviation);
      low.push(-threshold);
      high.push(threshold);
      before = s;
    }
    return [xs, low, high, ys];
  }

  /** Cues are solid triangles below the line they were given for, marks are flags from top to bottom. */
  function signs(u) {
    const { ctx } = u;
    const unit = devicePixelRatio;
    ctx.save();
    ctx.fillStyle = colour('--cue');
    const bottom = u.bbox.top + u.bbox.height;
    for (const s of cues) {
      const x = u.valToPos(s, 'x', true);
      if (x >= u.bbox.left) {
        ctx.beginPath();
        ctx.moveTo(x, bottom - 16 * unit);
        ctx.lineTo(x + 8 * unit, bottom);
        ctx.lineTo(x - 8 * unit, bottom);
        ctx.fill();
      }
    }
    ctx.strokeStyle = colour('--ink');
    ctx.lineWidth = 2 * unit;
    ctx.setLineDash([4 * unit, 4 * unit]);
    for (const s of marks) {
      const x = u.valToPos(s, 'x', true);
      if (x >= u.bbox.left) {
        ctx.beginPath();
        ctx.moveTo(x, u.bbox.top);
        ctx.lineTo(x, bottom);
        ctx.stroke();
      }
    }
    ctx.restore();
  }

  function options(width, height) {
    const font = `16px ${getComputedStyle(box).fontFamily}`;
    const axis = { stroke: () => colour('--quiet'), font, grid: { stroke: () => colour('--hair'), width: 1 }, ticks: { show: false } };
    return {
      width,
      height,
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 26, 0, 0],
      scales: {
        x: { time: false, range: (u, min, max) => [Math.max(0, max - SPAN_S), Math.max(60, max)] },
        y: { range: (u, min, max) => [Math.min(-5, Math.floor(min)), Math.max(5, Math.ceil(max))] },
      },
      axes: [
        { ...axis, size: 28, space: 90, incrs: [30, 60, 120, 300], values: (u, ticks) => ticks.map((s) => clock(s)) },
        { ...axis, size: 44, values: (u, ticks) => ticks.map((deg) => `${number(deg, 0)}\u00b0`) },
      ],
      bands: [{ series: [2, 1], fill: () => colour('--band') }],
      series: [
        {},
        { stroke: () => colour('--band-edge'), width: 1, points: { show: false } },
        { stroke: () => colour('--band-edge'), width: 1, points: { show: false } },
        { stroke: () => colour('--line'), width: 3, points: { show: false } },
      ],
      hooks: { draw: [signs] },
    };
  }

  async function draw() {
    empty.hidden = points.length > 0;
    box.hidden = points.length === 0;
    if (points.length === 0) {
      return;
    }
    const beyond = points.filter(([, deviation, threshold]) => Math.abs(deviation) > threshold).length;
    box.setAttribute('aria-label', t('chart.text', { count: cues.length, share: Math.round((100 * beyond) / points.length) }));
    const { clientWidth: width, clientHeight: height } = box;
    if (width < 50 || height < 50) {
      return;
    }
    loading ??= load();
    const { default: UPlot } = await loading;
    if (plot === undefined) {
      plot = new UPlot(options(width, height), data(), box);
    } else {
      if (plot.width !== width || plot.height !== height) {
        plot.setSize({ width, height });
      }
      plot.setData(data());
    }
  }

  new ResizeObserver(() => draw()).observe(box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plot?.redraw());

  return {
    /** Everything anew. */
    whole(trace) {
      points = trace.points;
      cues = trace.cues_s;
      marks = trace.marks_s;
      return draw();
    },
    /** One more second. */
    add(point) {
      points.push(point);
      while (points.length > 0 && points[0][0] < point[0] - SPAN_S) {
        points.shift();
      }
      return draw();
    },
  };
}
