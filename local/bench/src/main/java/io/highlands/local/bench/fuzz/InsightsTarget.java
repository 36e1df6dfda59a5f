// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import io.highlands.local.logs.bounds.WorkLimit;
import io.highlands.local.logs.bounds.WorkStoppedException;
import io.highlands.local.logs.insights.InsightsException;
import io.highlands.local.logs.insights.InsightsQuery;
import io.highlands.local.logs.insights.InsightsRun;
import io.highlands.local.logs.insights.LogRecord;

/** Logs Insights' queries, read and run over a few lines with the limits of a query that somebody waits for. */
final class InsightsTarget implements FuzzTarget {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final long MEMORY = 32L << 20;
    private static final int ROWS = 1_000;

    private final Grammar grammar = Grammar.read("insights");
    private final List<LogRecord> records = FuzzWorld.LINES.stream()
            .map(line -> new LogRecord("000000000000:/fuzz", "s", FuzzWorld.NOW, FuzzWorld.NOW, line)).toList();

    @Override
    public byte[] input(RandomGenerator random) {
        return Mutation.of(grammar.text(random, random.nextInt(4) == 0), random).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String take(byte[] input) {
        try {
            InsightsQuery query = InsightsQuery.parse(shown(input));
            return WorkLimit.of(TIME, MEMORY).run(() -> {
                InsightsRun run = query.run(ROWS);
                for (LogRecord each : records) {
                    run.accept(each);
                }
                return run.finish(List.of()).fields().isEmpty() ? "no field" : "";
            });
        } catch (InsightsException | WorkStoppedException refused) {
            return refused.getMessage();
        }
    }
}
