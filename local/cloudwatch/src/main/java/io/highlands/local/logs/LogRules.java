// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.highlands.local.store.NewLogEvent;

/** What CloudWatch Logs checks, whether an API call or a template asks for it. */
public final class LogRules {

    private static final Pattern GROUP = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");
    private static final Pattern STREAM = Pattern.compile("[^:*]{1,512}");
    private static final int MAX_EVENTS = 10_000;
    private static final int MAX_BYTES = 1_048_576;
    private static final int BYTES_PER_EVENT = 26;
    private static final Duration MAX_BATCH = Duration.ofHours(24);

    /**
     * The days for which a log group can keep events.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">PutRetentionPolicy</a>
     */
    private static final Set<Integer> RETENTION = Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,
            1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogRules() {
    }

    /**
     * Checks the name of a log group.
     *
     * @param name logGroupName
     * @return what is wrong with it, empty when nothing is
     */
    public static Optional<String> groupName(String name) {
        return GROUP.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(constraint(name, "logGroupName", "[\\.\\-_/#A-Za-z0-9]+"));
    }

    /**
     * Checks how long a log group keeps events.
     *
     * @param days retentionInDays
     * @return what is wrong with it, empty when nothing is
     */
    public static Optional<String> retention(int days) {
        return RETENTION.contains(days)
                ? Optional.empty()
                : Optional.of("Value '" + days + "' at 'retentionInDays' failed to satisfy constraint: Member must "
                        + "satisfy enum value set: " + RETENTION.stream().sorted().toList());
    }

    static void requireGroupName(String name) {
        groupName(name).ifPresent(wrong -> {
            throw invalid("1 validation error detected: " + wrong);
        });
    }

    static void requireStreamName(String name) {
        if (!STREAM.matcher(name).matches()) {
            throw invalid("1 validation error detected: " + constraint(name, "logStreamName", "[^:*]*"));
        }
    }

    /** Checks a batch of PutLogEvents. */
    static void requireBatch(List<NewLogEvent> lines) {
        long bytes = lines.stream().mapToLong(line -> line.message().length() + BYTES_PER_EVENT).sum();
        if (lines.isEmpty() || lines.size() > MAX_EVENTS || bytes > MAX_BYTES) {
            throw invalid("A batch has 1 to " + MAX_EVENTS + " events and at most " + MAX_BYTES + " bytes, not "
                    + lines.size() + " and " + bytes);
        }
        if (!lines.stream().sorted(Comparator.comparing(NewLogEvent::time)).toList().equals(lines)) {
            throw invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }
        if (Duration.between(lines.getFirst().time(), lines.getLast().time()).compareTo(MAX_BATCH) > 0) {
            throw invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }
    }

    private static String constraint(String value, String member, String pattern) {
        return "Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern;
    }

    private static LogsException invalid(String message) {
        return new LogsException("InvalidParameterException", message);
    }
}
