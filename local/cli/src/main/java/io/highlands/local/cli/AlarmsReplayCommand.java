// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.ChangedEnvironment;
import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.rehearsal.replay.AlarmComparison;
import io.highlands.local.rehearsal.replay.AlarmHistory;
import io.highlands.local.rehearsal.replay.AlarmPeriod;

/** {@code highlands alarms replay}. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Evaluates what the running platform has published by the alarms of its environment, as they are and with other settings: which would have fired, and when. Nothing is changed.")
final class AlarmsReplayCommand implements Callable<Integer> {

    private static final Duration MAX_SINCE = Duration.ofDays(15);
    /** How long CloudWatch has data of periods below a minute (GetMetricData). */
    private static final Duration FINE_DATA = Duration.ofHours(3);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec;

    @Option(names = "--since", paramLabel = "TIME", defaultValue = "3h", description = "How far back, such as 90m or 24h; ${DEFAULT-VALUE} by default, and at most where the time scale is above 1.")
    private String since;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the environment to try, such as alarms.burnFast=10; several times for several.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Duration back = SinceOption.read(since, MAX_SINCE, spec);
        ControlClient control = Running.require();
        PlatformStatus status = control.status();
        if (status.awsApis().isEmpty()) {
            throw new ControlException(
                    "the running platform serves no AWS APIs; start it without --aws-port 0: highlands up -d");
        }
        if (status.timeScale() > 1 && back.compareTo(FINE_DATA) > 0) {
            throw new ControlException("--since " + since + " at time scale " + status.timeScale()
                    + " needs periods below a minute, which CloudWatch has for 3 hours; allowed: up to 3h");
        }
        Checkout checkout = Checkout.current();
        Path running = new Synthesis(checkout).upToDate(control.environment());
        Path changed = settings.isEmpty()
                ? running
                : new ChangedEnvironment(checkout, "alarms-replay").synthesized(control.environment(), settings);
        Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        AlarmHistory history = AlarmHistory.read(URI.create(status.awsApis()), running, changed, until.minus(back),
                until, status.timeScale());
        print(history, until, spec.commandLine().getOut());
        return 0;
    }

    private void print(AlarmHistory history, Instant until, PrintWriter out) {
        if (history.isEmpty()) {
            throw new ControlException("nothing that an alarm watches was published in the last " + since);
        }
        if (!history.untold().isEmpty()) {
            spec.commandLine().getErr().println("not evaluated, as they watch percentiles, which cannot be told from "
                    + "what was published: " + String.join(", ", history.untold()));
        }
        List<AlarmComparison> rows = history.compare();
        if (json.print(rows, out)) {
            return;
        }
        String changed = settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        if (!rows.isEmpty()) {
            Table table = settings.isEmpty()
                    ? new Table("ALARM", "NOW")
                    : new Table("ALARM", "NOW", "WITH " + changed);
            rows.forEach(row -> {
                if (settings.isEmpty()) {
                    table.row(row.alarm(), words(row.now()));
                } else {
                    table.row(row.alarm(), words(row.now()), words(row.changed()));
                }
            });
            table.print(out);
            out.println();
        }
        out.println("evaluated from " + TIME.format(history.recordedFrom()) + " to " + TIME.format(until)
                + " (UTC): " + count(rows.stream().map(AlarmComparison::now).toList()) + " now"
                + (settings.isEmpty()
                        ? ""
                        : ", " + count(rows.stream().map(AlarmComparison::changed).toList()) + " with " + changed));
    }

    private static String words(Optional<AlarmPeriod> period) {
        return period.map(one -> TIME.format(one.from()) + " to "
                + one.to().map(TIME::format).orElse("now")
                + (one.notified() ? "" : " (held back)")).orElse("-");
    }

    private static String count(List<Optional<AlarmPeriod>> periods) {
        long firings = periods.stream().flatMap(Optional::stream).count();
        return firings + (firings == 1 ? " firing" : " firings");
    }
}
