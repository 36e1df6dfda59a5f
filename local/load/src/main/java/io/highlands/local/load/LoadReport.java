// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Gathers answers and says what they come to, by route. */
public final class LoadReport implements Consumer<Answer> {

    private final Map<String, Route> routes = new TreeMap<>();

    @Override
    public synchronized void accept(Answer answer) {
        routes.computeIfAbsent(answer.path(), path -> new Route()).add(answer);
    }

    /**
     * One line per route: how many, how they ended, and how long they took.
     *
     * @return the lines; none when nothing was answered
     */
    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        routes.forEach((path, route) -> text.append(
                "GET %-6s %6d answers (%s), p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms%n".formatted(path,
                        route.count, route.statuses(), route.percentile(50), route.percentile(95),
                        route.percentile(99), route.percentile(100))));
        return text.toString();
    }

    private static final class Route {

        private final Map<Integer, Integer> statuses = new TreeMap<>();

        private float[] millis = new float[256];

        private int count;

        void add(Answer answer) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
            }
            millis[count++] = (float) answer.millis();
            statuses.merge(answer.status(), 1, Integer::sum);
        }

        String statuses() {
            return String.join(", ", statuses.entrySet().stream()
                    .map(e -> (e.getKey() == 0 ? "none" : e.getKey()) + ": " + e.getValue()).toList());
        }

        double percentile(int percent) {
            float[] sorted = Arrays.copyOf(millis, count);
            Arrays.sort(sorted);
            return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * count) - 1)];
        }
    }
}
