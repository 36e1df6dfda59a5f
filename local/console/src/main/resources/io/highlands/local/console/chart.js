// SPDX-License-Identifier: Apache-2.0
// One chart over time: lines or areas, two axes, thresholds, moments, and stretches without any data hatched.
window.Highlands = (() => {
  'use strict';
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const FAR = 5;
  const LARGE = ['', 'k', 'M', 'G', 'T'];
  const SHORT = { Milliseconds: 'ms', Seconds: 's', Microseconds: 'µs', Percent: '%', Bytes: 'B', bytes: 'B', Count: '', None: '',
    'Count/Second': '/s', 'Bytes/Second': 'B/s', Kilobytes: 'kB', Megabytes: 'MB', Gigabytes: 'GB' };

  function number(value) {
    if (value === null || value === undefined || !isFinite(value)) {
      return '–';
    }
    let size = Math.abs(value);
    if (size !== 0 && size < 0.0005) {
      return value.toExponential(1);
    }
    let step = 0;
    while (size >= 999.5 && step < LARGE.length - 1) {
      size /= 1000;
      step++;
    }
    const digits = size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.995 ? 2 : 3;
    return (value < 0 ? '-' : '') + String(Number(size.toFixed(digits))) + LARGE[step];
  }

  function measure(value, unit) {
    const suffix = SHORT[unit] ?? unit ?? '';
    if (suffix.startsWith('B')) {
      return number(value).replace(/([kMGT]?)$/, ` $1${suffix}`);
    }
    return number(value) + (suffix === '' || suffix.startsWith('/') ? suffix : ' ' + suffix);
  }

  const clock = (seconds, withDay) => {
    const text = new Date(seconds * 1000).toISOString();
    return (withDay ? text.slice(5, 10) + ' ' : '') + text.slice(11, 19);
  };

  function create(tag, cls, text) {
    const element = document.createElement(tag);
    if (cls) {
      element.className = cls;
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }

  /** A period without a value ends the line: an explicit gap, unlike times that only another series has. */
  function withGaps(series) {
    const times = [];
    const values = [];
    series.t.forEach((time, i) => {
      if (i > 0 && time - series.t[i - 1] > series.period * 1.5) {
        times.push(series.t[i - 1] + series.period);
        values.push(null);
      }
      times.push(time);
      values.push(series.v[i]);
    });
    return [times, values];
  }

  /** The columns that uPlot draws: times, and each series' values; stacked ones upon those that are shown below them. */
  function columns(chart, hidden) {
    const tables = chart.series.map(withGaps);
    const data = tables.length ? uPlot.join(tables) : [[]];
    return chart.stacked ? stack(data, chart.series.map(series => hidden.has(series.label))) : data;
  }

  function stack(data, hidden) {
    const total = new Array(data[0].length).fill(0);
    return [data[0], ...data.slice(1).map((values, s) => values.map((value, i) => {
      if (value === null || value === undefined || hidden[s]) {
        return value;
      }
      total[i] += value;
      return total[i];
    }))];
  }

  /** A value between two gaps would be a line without length: it is drawn as a point. */
  function lonely(u, index) {
    const values = u.data[index].map((value, i) => [value, i]).filter(entry => entry[0] !== undefined);
    return values.filter(([value], i) => value !== null && (values[i - 1]?.[0] ?? null) === null
      && (values[i + 1]?.[0] ?? null) === null).map(entry => entry[1]);
  }

  /** Stretches in which no series has a value. */
  function silences(chart) {
    const spans = chart.series.flatMap(series => series.t.map(time => [time, time + series.period * 1.6]))
      .sort((a, b) => a[0] - b[0]);
    const slack = 3 * Math.max(1, ...chart.series.filter(series => series.t.length).map(series => series.period));
    const found = [];
    let end = chart.from;
    spans.forEach(([from, until]) => {
      if (from > end && (end !== chart.from || from - end > slack)) {
        found.push([end, from]);
      }
      end = Math.max(end, until);
    });
    if (chart.until - end > slack) {
      found.push([end, chart.until]);
    }
    return found;
  }

  function hatch(u, from, until) {
    const { ctx, bbox } = u;
    const left = Math.max(bbox.left, u.valToPos(from, 'x', true));
    const right = Math.min(bbox.left + bbox.width, u.valToPos(until, 'x', true));
    if (right - left < 2) {
      return;
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, bbox.top, right - left, bbox.height);
    ctx.clip();
    ctx.strokeStyle = css('--hatch');
    ctx.lineWidth = devicePixelRatio;
    ctx.beginPath();
    for (let x = left - bbox.height; x < right; x += 7 * devicePixelRatio) {
      ctx.moveTo(x, bbox.top + bbox.height);
      ctx.lineTo(x + bbox.height, bbox.top);
    }
    ctx.stroke();
    if (right - left > 70 * devicePixelRatio) {
      write(ctx, 'no data', (left + right) / 2, bbox.top + bbox.height / 2, css('--muted'), 'center');
    }
    ctx.restore();
  }

  function write(ctx, text, x, y, colour, align) {
    ctx.font = `${11 * devicePixelRatio}px ${css('--font')}`;
    ctx.textAlign = align;
    ctx.textBaseline = 'middle';
    const width = ctx.measureText(text).width + 6 * devicePixelRatio;
    ctx.fillStyle = css('--card');
    ctx.globalAlpha = 0.85;
    const start = align === 'center' ? x - width / 2 : align === 'right' ? x - width + 3 * devicePixelRatio
      : x - 3 * devicePixelRatio;
    ctx.fillRect(start, y - 8 * devicePixelRatio, width, 16 * devicePixelRatio);
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }

  function shade(u, x, y, width, height, colour) {
    u.ctx.globalAlpha = 0.1;
    u.ctx.fillStyle = colour;
    u.ctx.fillRect(x, y, width, height);
    u.ctx.globalAlpha = 1;
  }

  function rule(ctx, x1, y1, x2, y2, colour) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  function annotate(u, chart) {
    const { ctx, bbox } = u;
    const right = bbox.left + bbox.width;
    const bottom = bbox.top + bbox.height;
    const inside = y => Math.min(bottom, Math.max(bbox.top, y));
    ctx.save();
    const labels = [];
    chart.lines.filter(line => u.scales[line.side]?.min !== null && u.scales[line.side]?.min !== undefined)
      .forEach(line => {
        const y = u.valToPos(line.value, line.side, true);
        const other = line.until === undefined ? null : u.valToPos(line.until, line.side, true);
        const edge = other ?? (line.fill === 'above' ? bbox.top : line.fill === 'below' ? bottom : y);
        shade(u, bbox.left, Math.min(inside(y), inside(edge)), bbox.width, Math.abs(inside(edge) - inside(y)),
          line.colour);
        [y, other].filter(at => at !== null && at >= bbox.top - 1 && at <= bottom + 1)
          .forEach(at => rule(ctx, bbox.left, at, right, at, line.colour));
        if (y < bbox.top - 1) {
          labels.push([`↑ ${line.label || number(line.value)}`, bbox.top]);
        } else if (line.label && y <= bottom + 1) {
          labels.push([line.label, y]);
        }
      });
    let last = -Infinity;
    labels.sort((a, b) => a[1] - b[1]).forEach(([label, y]) => {
      const room = 9 * devicePixelRatio;
      const at = Math.max(last + 2 * room - 2, y - room < bbox.top + room ? y + room : y - room);
      last = at;
      write(ctx, label, right - 5 * devicePixelRatio, at, css('--text'), 'right');
    });
    chart.moments.forEach(moment => {
      const x = u.valToPos(moment.at, 'x', true);
      const other = moment.until === undefined ? null : u.valToPos(moment.until, 'x', true);
      const edge = other ?? (moment.fill === 'after' ? right : moment.fill === 'before' ? bbox.left : x);
      const from = Math.max(bbox.left, Math.min(x, edge));
      shade(u, from, bbox.top, Math.max(0, Math.min(right, Math.max(x, edge)) - from), bbox.height, moment.colour);
      if (x >= bbox.left && x <= right) {
        rule(ctx, x, bbox.top, x, bottom, moment.colour);
        write(ctx, moment.label, x + 5 * devicePixelRatio, bbox.top + 9 * devicePixelRatio, css('--text'), 'left');
      }
    });
    ctx.restore();
  }

  /**
   * From zero unless something is below it, and up to the lines that have to be seen. A line far above all values would
   * press them flat: it is named at the upper edge instead.
   */
  function range(chart, side) {
    const axis = chart[side];
    return (u, low, high) => {
      const lines = chart.lines.filter(line => line.side === side).flatMap(line => [line.value, line.until ?? line.value])
        .filter(value => !(high > 0) || value <= FAR * high);
      const least = Math.min(0, low ?? 0, ...lines);
      const most = Math.max(high ?? 0, ...lines);
      const room = (most - least) * 0.08 || 1;
      return [axis.min ?? (least < 0 ? least - room : 0), axis.max ?? most + room];
    };
  }

  function axes(chart) {
    const look = { stroke: css('--muted'), font: `11px ${css('--font')}`, ticks: { show: false },
      grid: { stroke: css('--grid'), width: 1 } };
    const wide = chart.until - chart.from > 72000;
    const y = side => ({ ...look, scale: side, side: side === 'left' ? 3 : 1, space: 34,
      grid: { ...look.grid, show: side === 'left' }, values: (u, splits) => splits.map(value => number(value)),
      size: (u, values) => 14 + 6.4 * Math.max(2, ...(values ?? []).map(value => value.length)) });
    const x = { ...look, space: wide ? 84 : 64, size: 24,
      values: (u, splits) => {
        const fine = splits.length > 1 && splits[1] - splits[0] < 60;
        return splits.map(at => wide ? clock(at, true).slice(0, 11) : clock(at).slice(0, fine ? 8 : 5));
      } };
    return chart.right ? [x, y('left'), y('right')] : [x, y('left')];
  }

  function lines(chart) {
    return chart.series.map(series => ({ label: series.label, scale: series.side, stroke: series.colour, width: 1.6,
      fill: chart.stacked ? series.colour + '38' : undefined, spanGaps: false,
      points: { size: 5, width: 0, fill: series.colour, filter: lonely } }));
  }

  function draw(place, chart, hidden, actions) {
    const options = {
      width: Math.max(60, place.clientWidth), height: Math.max(50, place.clientHeight), padding: [8, 10, 0, 0],
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: { show: false }, series: [{}, ...lines(chart)], axes: axes(chart),
      scales: { x: { time: true, range: () => [chart.from, chart.until] }, left: { range: range(chart, 'left') },
        right: { range: range(chart, 'right') } },
      cursor: { sync: { key: 'dashboard' }, points: { size: 6 }, drag: { x: true, y: false, setScale: false },
        focus: { prox: 24 } },
      focus: { alpha: 0.35 },
      hooks: {
        drawClear: [u => silences(chart).forEach(([from, until]) => hatch(u, from, until))],
        draw: [u => annotate(u, chart)],
        setCursor: [u => actions.point(u, u.cursor.idx)],
        setSelect: [u => {
          if (u.select.width > 6) {
            actions.zoom(u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x'));
          }
        }],
      },
    };
    if (!chart.right) {
      delete options.scales.right;
    }
    if (chart.stacked) {
      options.bands = chart.series.slice(1).map((series, i) => ({ series: [i + 2, i + 1] }));
    }
    return new uPlot(options, columns(chart, hidden), place);
  }

  return { clock, columns, create, draw, measure, number };
})();
