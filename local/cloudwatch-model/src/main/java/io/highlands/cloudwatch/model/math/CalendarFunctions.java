// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.ToLongFunction;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** Functions of a series' timestamps, in UTC. The result has a value in every period, whether the series has or not. */
enum CalendarFunctions implements MathFunction {

    /** Minute of the hour, 0 to 59. */
    MINUTE(ZonedDateTime::getMinute),
    /** Hour of the day, 0 to 23. */
    HOUR(ZonedDateTime::getHour),
    /** Day of the week, 1 (Monday) to 7 (Sunday). */
    DAY(time -> time.getDayOfWeek().getValue()),
    /** Day of the month, 1 to 31. */
    DATE(ZonedDateTime::getDayOfMonth),
    /** Month of the year, 1 to 12. */
    MONTH(ZonedDateTime::getMonthValue),
    /** The year. */
    YEAR(ZonedDateTime::getYear),
    /** Seconds since 1970. */
    EPOCH(ZonedDateTime::toEpochSecond);

    private final ToLongFunction<ZonedDateTime> field;

    CalendarFunctions(ToLongFunction<ZonedDateTime> field) {
        this.field = field;
    }

    @Override
    public Value apply(Arguments arguments) {
        TimeSeries series = arguments.series(0);
        Range range = Grid.of(arguments.range(), series);
        arguments.reserve(range);
        TimeSeriesBuilder result = TimeSeries.builder(series.label(), series.period());
        for (int i = 0; i < range.periods(); i++) {
            Instant time = range.at(i);
            result.add(time, field.applyAsLong(time.atZone(ZoneOffset.UTC)));
        }
        return new Value.Series(result.build());
    }
}
