// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

import io.highlands.dashboards.cloudwatch.measure.MetricStat;

/**
 * CloudWatch's names as Datadog's AWS integration writes them: words in lower case with underscores between, the
 * namespace in front, the statistic behind, and dimensions as tags in lower case. Where Datadog lists a metric (Amazon
 * ECS and Amazon ELB, <em>Data collected</em>) the list counts, which leaves a few words out.
 */
final class MetricNames {

    private static final String BALANCER = "AWS/ApplicationELB";
    private static final String INSIGHTS = "ECS/ContainerInsights";
    private static final String ECS = "AWS/ECS";
    private static final Pattern WORDS = Pattern.compile("([a-z])([A-Z])");
    private static final Map<String, String> LISTED = Map.of("CPUUtilization", "service.cpuutilization",
            "MemoryUtilization", "service.memory_utilization");

    private MetricNames() {
    }

    /** The metric that holds that statistic: to Datadog each is a metric of its own. */
    static String of(MetricStat stat) {
        return switch (stat.namespace()) {
            case BALANCER -> "aws.applicationelb." + balancer(stat);
            case ECS -> "aws.ecs." + LISTED.getOrDefault(stat.name(), words(stat.name())) + suffix(stat.statistic());
            case INSIGHTS -> "ecs.containerinsights." + words(stat.name()) + suffix(stat.statistic());
            default -> own(stat);
        };
    }

    /** Dimensions as tags. */
    static SequencedMap<String, String> tags(MetricStat stat) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        stat.dimensions().forEach((name, value) -> tags.put(name.toLowerCase(Locale.ROOT), value));
        return tags;
    }

    /** Listed with their sum as the metric itself, and without the word count where a class of status is counted. */
    private static String balancer(MetricStat stat) {
        String name = words(stat.name());
        String listed = name.startsWith("httpcode_") ? name.replaceFirst("_count$", "") : name;
        return "Sum".equals(stat.statistic()) ? listed : listed + suffix(stat.statistic());
    }

    /** A namespace of one's own keeps its metrics' names. */
    private static String own(MetricStat stat) {
        return stat.namespace().toLowerCase(Locale.ROOT).replace('/', '.') + '.' + stat.name()
                + suffix(stat.statistic());
    }

    private static String words(String name) {
        return WORDS.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String suffix(String statistic) {
        return "Average".equals(statistic) ? "" : "." + statistic.toLowerCase(Locale.ROOT);
    }
}
