// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The data points that count for an evaluation, chosen as AWS documents: the most recent real ones from the whole
 * evaluation range, and as many missing ones as are needed to make N.
 *
 * @param points N data points, oldest first
 * @param breaching how many real ones breach
 * @param within how many real ones do not
 * @param age how many periods ago the oldest real one is; 1 is the newest period
 */
record EvaluationWindow(List<AlarmPoint> points, int breaching, int within, int age) {

    /** How many points more than N are retrieved. AWS shows 5 for N = 3 and documents no other number. */
    static final int EXTRA = 2;

    /**
     * Chooses.
     *
     * @param alarm the alarm
     * @param range the evaluation range, oldest first, each period present or missing
     */
    static EvaluationWindow of(MetricAlarm alarm, List<AlarmPoint> range) {
        List<AlarmPoint> real = new ArrayList<>();
        List<AlarmPoint> missing = new ArrayList<>();
        int age = 0;
        for (int back = 1; back <= range.size(); back++) {
            AlarmPoint point = range.get(range.size() - back);
            if (point.isMissing()) {
                missing.add(point);
            } else if (real.size() < alarm.evaluationPeriods()) {
                real.add(point);
                age = back;
            }
        }
        int breaching = (int) real.stream().filter(point -> alarm.breaches(point.value().getAsDouble())).count();
        List<AlarmPoint> points = new ArrayList<>(real);
        points.addAll(missing.subList(0, Math.min(missing.size(), alarm.evaluationPeriods() - real.size())));
        points.sort(Comparator.comparing(AlarmPoint::time));
        return new EvaluationWindow(points, breaching, real.size() - breaching, age);
    }

    int real() {
        return breaching + within;
    }

    int filled() {
        return points.size() - real();
    }

    double samples() {
        return points.stream().mapToDouble(point -> point.sampleCount().orElse(0)).sum();
    }
}
