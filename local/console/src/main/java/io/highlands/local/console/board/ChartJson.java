// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.List;

import tools.jackson.core.JsonGenerator;

import io.highlands.local.cloudwatch.dashboards.Axis;
import io.highlands.local.cloudwatch.dashboards.ChartData;
import io.highlands.local.cloudwatch.dashboards.HorizontalLine;
import io.highlands.local.cloudwatch.dashboards.Series;
import io.highlands.local.cloudwatch.dashboards.Side;
import io.highlands.local.cloudwatch.dashboards.VerticalLine;
import io.highlands.local.html.Units;

/** A chart over time as chart.js draws it. */
final class ChartJson {

    private final JsonGenerator out;

    ChartJson(JsonGenerator out) {
        this.out = out;
    }

    /**
     * Writes a chart.
     *
     * @param look what the widget says about it
     * @param data what it shows
     */
    void write(ChartLook look, ChartData data) {
        out.writeStartObject();
        out.writeStringProperty("kind", "chart");
        out.writeStringProperty("title", look.title());
        out.writeNumberProperty("from", data.window().from().toEpochMilli() / 1000.0);
        out.writeNumberProperty("until", data.window().until().toEpochMilli() / 1000.0);
        out.writeBooleanProperty("stacked", look.stacked());
        out.writeStringProperty("legend", look.legend());
        axis(Side.LEFT, look.left(), data);
        if (data.series().stream().anyMatch(series -> series.side() == Side.RIGHT)) {
            axis(Side.RIGHT, look.right(), data);
        }
        out.writeArrayPropertyStart("series");
        data.series().forEach(series -> series(series, series.side() == Side.LEFT ? look.left() : look.right()));
        out.writeEndArray();
        out.writeArrayPropertyStart("lines");
        data.lines().forEach(this::line);
        out.writeEndArray();
        out.writeArrayPropertyStart("moments");
        data.moments().forEach(this::moment);
        out.writeEndArray();
        out.writeArrayPropertyStart("notes");
        data.notes().forEach(out::writeString);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void axis(Side side, Axis axis, ChartData data) {
        out.writeObjectPropertyStart(word(side));
        axis.min().ifPresent(min -> out.writeNumberProperty("min", min));
        axis.max().ifPresent(max -> out.writeNumberProperty("max", max));
        out.writeStringProperty("label", axis.label().isEmpty() ? units(side, axis, data) : axis.label());
        out.writeEndObject();
    }

    private static String units(Side side, Axis axis, ChartData data) {
        List<String> units = data.series().stream().filter(series -> series.side() == side).map(Series::unit)
                .map(Units::sign).filter(unit -> !unit.isEmpty()).distinct().toList();
        return axis.showUnits() ? String.join(", ", units) : "";
    }

    private void series(Series series, Axis axis) {
        out.writeStartObject();
        out.writeStringProperty("label", series.label());
        out.writeStringProperty("colour", series.colour());
        out.writeStringProperty("side", word(series.side()));
        out.writeStringProperty("unit", Units.of(series.unit(), axis.label()));
        out.writeNumberProperty("period", series.period());
        series.number().ifPresent(latest -> out.writeNumberProperty("latest", latest));
        out.writeName("t");
        out.writeArray(series.seconds(), 0, series.seconds().length);
        out.writeName("v");
        out.writeArray(series.values(), 0, series.values().length);
        out.writeEndObject();
    }

    private void line(HorizontalLine line) {
        out.writeStartObject();
        out.writeNumberProperty("value", line.value());
        out.writeStringProperty("label", line.label());
        out.writeStringProperty("colour", line.colour());
        out.writeStringProperty("fill", line.fill());
        line.bandUntil().ifPresent(until -> out.writeNumberProperty("until", until));
        out.writeStringProperty("side", word(line.side()));
        out.writeEndObject();
    }

    private void moment(VerticalLine moment) {
        out.writeStartObject();
        out.writeNumberProperty("at", moment.at().getEpochSecond());
        out.writeStringProperty("label", moment.label());
        out.writeStringProperty("colour", moment.colour());
        out.writeStringProperty("fill", moment.fill());
        moment.bandUntil().ifPresent(until -> out.writeNumberProperty("until", until.getEpochSecond()));
        out.writeEndObject();
    }

    private static String word(Side side) {
        return side == Side.LEFT ? "left" : "right";
    }
}
