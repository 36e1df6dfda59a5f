// SPDX-License-Identifier: Apache-2.0
// A dashboard: one request for the data of all its widgets, again at every other tick.
(() => {
  'use strict';
  const H = window.Highlands;

  function swatch(colour) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    svg.setAttribute('class', 'swatch');
    svg.setAttribute('viewBox', '0 0 10 10');
    svg.setAttribute('aria-hidden', 'true');
    const square = document.createElementNS(space, 'rect');
    square.setAttribute('width', '10');
    square.setAttribute('height', '10');
    square.setAttribute('rx', '2');
    square.setAttribute('fill', colour);
    svg.append(square);
    return svg;
  }

  /** What the chart holds at a moment: each series' last value at or before it, within its period. */
  function valuesAt(chart, seconds) {
    return chart.series.map(series => {
      let at = -1;
      for (let low = 0, high = series.t.length - 1; low <= high;) {
        const middle = (low + high) >> 1;
        if (series.t[middle] <= seconds) {
          at = middle;
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return at >= 0 && seconds - series.t[at] < series.period ? series.v[at] : null;
    });
  }

  class Chart {
    constructor(body, zoom) {
      this.body = body;
      this.zoom = zoom;
      this.hidden = new Set();
      new ResizeObserver(() => this.resize()).observe(body);
      document.addEventListener('theme', () => this.chart && this.rebuild());
    }

    show(chart) {
      const shape = JSON.stringify([chart.series.map(s => [s.label, s.colour, s.side]), chart.lines, chart.left,
        chart.right, chart.notes]);
      this.chart = chart;
      if (this.shape === shape && this.body.contains(this.place)) {
        this.keys.forEach((key, i) => { key.value.textContent = this.latest(i); });
        // The plot's own functions look at the chart that it was made with.
        Object.assign(this.drawn, chart);
        this.plot.setData(H.columns(this.drawn, this.hidden));
        return;
      }
      this.shape = shape;
      this.rebuild();
    }

    latest(i) {
      const series = this.chart.series[i];
      return series.t.length ? H.measure(series.latest, series.unit) : 'no data';
    }

    rebuild() {
      const { chart } = this;
      this.plot?.destroy();
      this.place = H.create('div', 'plot');
      this.place.tabIndex = 0;
      this.place.setAttribute('role', 'group');
      this.place.setAttribute('aria-roledescription', 'chart');
      this.place.addEventListener('keydown', event => this.key(event));
      this.tip = H.create('div', 'tip');
      this.tip.hidden = true;
      this.said = H.create('div', 'said');
      this.said.setAttribute('aria-live', 'polite');
      const units = H.create('div', 'units');
      units.append(H.create('span', '', chart.left.label), H.create('span', '', chart.right?.label ?? ''));
      this.body.className = 'widget-body chart legend-' + chart.legend;
      this.body.replaceChildren(...(units.textContent ? [units] : []), this.place, this.legend(), this.said,
        ...chart.notes.map(note => H.create('p', 'note', note)));
      this.drawn = { ...chart };
      this.plot = this.draw();
    }

    draw() {
      const { chart } = this;
      this.place.setAttribute('aria-label', chart.title + ': ' + chart.series.map((series, i) =>
        `${series.label} ${this.latest(i)}`).slice(0, 12).join(', ') + '. Arrow keys move through time, Enter leads to the traces of a moment.');
      const plot = H.draw(this.place, this.drawn, this.hidden, { point: (u, i) => this.point(u, i), zoom: this.zoom });
      this.hidden.forEach(label => {
        const i = chart.series.findIndex(series => series.label === label);
        if (i >= 0) {
          plot.setSeries(i + 1, { show: false });
        }
      });
      plot.over.append(this.tip);
      plot.over.addEventListener('click', () => {
        if (plot.cursor.idx !== null && plot.cursor.idx !== undefined && plot.select.width <= 6) {
          this.lead(plot.data[0][plot.cursor.idx]);
        }
      });
      return plot;
    }

    legend() {
      const list = H.create('ul', 'legend');
      this.keys = this.chart.series.map((series, i) => {
        const button = H.create('button');
        button.type = 'button';
        button.title = series.label;
        const value = H.create('span', 'value', this.latest(i));
        button.append(swatch(series.colour), H.create('span', 'name', series.label), value);
        button.setAttribute('aria-pressed', String(!this.hidden.has(series.label)));
        button.addEventListener('click', () => {
          const hide = !this.hidden.has(series.label);
          this.hidden[hide ? 'add' : 'delete'](series.label);
          button.setAttribute('aria-pressed', String(!hide));
          this.plot.setSeries(i + 1, { show: !hide });
          this.plot.setData(H.columns(this.drawn, this.hidden));
        });
        const item = H.create('li');
        item.append(button);
        list.append(item);
        return { button, value };
      });
      return list;
    }

    point(u, index) {
      if (index === null || index === undefined || u.cursor.left < 0) {
        this.tip.hidden = true;
        return;
      }
      const { chart } = this;
      const at = u.data[0][index];
      const rows = valuesAt(chart, at).map((value, i) => ({ value, series: chart.series[i] }))
        .filter(row => row.value !== null && !this.hidden.has(row.series.label))
        .sort((a, b) => b.value - a.value);
      const lines = rows.slice(0, 10).map(({ value, series }) => {
        const line = H.create('div', 'tip-row');
        line.append(swatch(series.colour), H.create('span', 'name', series.label),
          H.create('span', 'value', H.measure(value, series.unit)));
        return line;
      });
      if (rows.length > 10) {
        lines.push(H.create('div', 'tip-row', `and ${rows.length - 10} more`));
      }
      this.tip.replaceChildren(H.create('div', 'tip-time', H.clock(at, chart.until - chart.from > 72000) + ' UTC'),
        ...(lines.length ? lines : [H.create('div', 'tip-row', 'no data')]));
      this.tip.hidden = document.querySelector('.plot:hover, .plot:focus-visible') !== this.place;
      const left = u.valToPos(at, 'x');
      const room = u.over.clientWidth;
      this.tip.style.left = left > room / 2 ? 'auto' : `${left + 12}px`;
      this.tip.style.right = left > room / 2 ? `${room - left + 12}px` : 'auto';
    }

    key(event) {
      const times = this.plot.data[0];
      const now = this.plot.cursor.idx ?? times.length - 1;
      const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: times.length - 1 }[event.key];
      if (event.key === 'Enter' && this.link) {
        this.link.click();
      }
      if (event.key === 'Escape') {
        this.plot.setCursor({ left: -10, top: -10 });
      }
      if (to === undefined || !times.length) {
        return;
      }
      event.preventDefault();
      const index = Math.min(times.length - 1, Math.max(0, to));
      this.plot.setCursor({ left: this.plot.valToPos(times[index], 'x'), top: this.plot.over.clientHeight / 2 });
      this.said.textContent = [...this.tip.children].map(line => line.textContent).join('; ');
      this.lead(times[index]);
    }

    /** A moment that was clicked, or reached by the keyboard, leads to the traces of its period. */
    lead(at) {
      const period = Math.max(10, ...this.chart.series.map(series => series.period));
      const moment = seconds => new Date(seconds * 1000).toISOString().slice(0, 19);
      this.link ??= this.body.parentElement.appendChild(H.create('a', 'to-traces'));
      this.link.href = `/traces?from=${moment(at)}&to=${moment(at + period)}`;
      this.link.textContent = `Traces of ${H.clock(at)} – ${H.clock(at + period)}`;
    }

    resize() {
      if (this.plot && this.place.clientWidth > 0) {
        this.plot.setSize({ width: Math.max(60, this.place.clientWidth), height: Math.max(50, this.place.clientHeight) });
      }
    }
  }

  class Dashboard {
    constructor(root) {
      this.root = root;
      this.charts = new Map();
      this.ticks = 0;
    }

    async load() {
      if (this.loading) {
        return;
      }
      this.loading = true;
      try {
        const response = await fetch(this.root.dataset.board, { headers: { Accept: 'application/json' } });
        if (!response.ok) {
          throw new Error(`the console answered ${response.status}`);
        }
        this.show(await response.json());
      } catch (failure) {
        this.say(`Not refreshed: ${failure.message}. Trying again.`);
      } finally {
        this.loading = false;
      }
    }

    say(text) {
      const place = document.getElementById('board-note');
      if (place && place.textContent !== text) {
        place.textContent = text;
      }
    }

    show(data) {
      data.widgets.forEach((widget, i) => {
        const body = this.root.querySelector(`[data-widget="${i}"]`);
        if (body) {
          this.showWidget(body, widget, i);
        }
      });
      this.say(data.note);
      this.root.dataset.shown = String(Number(this.root.dataset.shown ?? 0) + 1);
    }

    showWidget(body, widget, i) {
      if (widget.kind === 'chart') {
        if (!this.charts.has(i)) {
          this.charts.set(i, new Chart(body, Dashboard.zoom));
        }
        this.charts.get(i).show(widget);
        return;
      }
      const chart = this.charts.get(i);
      if (chart) {
        chart.shape = null;
      }
      if (body.html !== widget.html) {
        const { scrollTop } = body;
        body.html = widget.html;
        body.className = 'widget-body';
        body.innerHTML = widget.html;
        body.scrollTop = scrollTop;
      }
    }

    static zoom(from, until) {
      const address = new URL(location.href);
      address.searchParams.delete('range');
      address.searchParams.set('from', new Date(Math.floor(from) * 1000).toISOString().slice(0, 19));
      address.searchParams.set('to', new Date(Math.ceil(until) * 1000).toISOString().slice(0, 19));
      location.assign(address);
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-board]').forEach(root => {
      const dashboard = new Dashboard(root);
      dashboard.load();
      document.body.addEventListener('tick', () => {
        dashboard.ticks++;
        if (dashboard.ticks % 2 === 0 && root.dataset.live === 'true') {
          dashboard.load();
        }
      });
    });
  });
})();
