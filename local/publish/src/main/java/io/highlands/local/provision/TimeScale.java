// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;

/**
 * How many times faster than in AWS the periods of templates pass. What counts periods stays as it is.
 *
 * @param factor a divisor of 60, as metrics come every 60 s in AWS and every whole second at most here
 */
public record TimeScale(int factor) {

    private static final int AWS_PERIOD_SECONDS = 60;

    /** Refuses what does not divide a minute into whole seconds. */
    public TimeScale {
        if (factor < 1 || AWS_PERIOD_SECONDS % factor != 0) {
            throw new IllegalArgumentException("time scale " + factor + ": allowed are " + allowed());
        }
    }

    /** {@return the allowed factors, 1 (real time) first} */
    public static List<Integer> allowed() {
        return IntStream.rangeClosed(1, AWS_PERIOD_SECONDS).filter(factor -> AWS_PERIOD_SECONDS % factor == 0).boxed()
                .toList();
    }

    /**
     * {@return a period of a template as it passes here, at least a second}
     *
     * @param period the period in AWS
     */
    public Duration divide(Duration period) {
        return Duration.ofSeconds(Math.max(1, period.toSeconds() / factor));
    }

    /** An alarm of a template with periods as they pass here. */
    AlarmDefinition divide(AlarmDefinition alarm) {
        return switch (alarm) {
            case MetricAlarmDefinition metric -> new MetricAlarmDefinition(metric.name(), metric.description(),
                    metric.actions(), metric.origin(), watched(metric.watched()), metric.comparison(),
                    metric.threshold(), metric.evaluationPeriods(), metric.datapointsToAlarm(),
                    metric.treatMissingData(), metric.lowSampleCount());
            case CompositeAlarmDefinition composite -> new CompositeAlarmDefinition(composite.name(),
                    composite.description(), composite.actions(), composite.origin(), composite.rule(),
                    composite.suppressor().map(suppressor -> new CompositeAlarm.Suppressor(suppressor.alarm(),
                            wait(suppressor.waitPeriod()), wait(suppressor.extensionPeriod()))));
        };
    }

    private Watched watched(Watched watched) {
        return switch (watched) {
            case Watched.Metric metric -> metric(metric);
            case Watched.Math math -> new Watched.Math(math.queries().stream().map(query -> new AlarmQuery(query.id(),
                    query.metric().map(this::metric), query.expression(), query.label(), query.returnData())).toList(),
                    divide(math.period()));
        };
    }

    private Watched.Metric metric(Watched.Metric metric) {
        return new Watched.Metric(metric.metric(), metric.statistic(), divide(metric.period()), metric.unit());
    }

    private Duration wait(Duration period) {
        return period.isZero() ? period : divide(period);
    }
}
