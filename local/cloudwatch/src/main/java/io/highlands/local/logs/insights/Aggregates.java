// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.highlands.local.logs.bounds.WorkLimit;

/**
 * The functions of many rows, in {@code stats}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html">stats</a>
 */
final class Aggregates {

    private static final Map<String, Function<List<Expression>, Accumulator>> ALL = new TreeMap<>();
    private static final Map<String, Integer> ARGUMENTS = new TreeMap<>();

    static {
        add("count", 1, args -> new Count(args.getFirst()));
        add("count_distinct", 1, args -> new Distinct(args.getFirst()));
        add("sum", 1, args -> new Numbers(args.getFirst(), Numbers::sum));
        add("avg", 1, args -> new Numbers(args.getFirst(), Numbers::average));
        add("stddev", 1, args -> new Numbers(args.getFirst(), Numbers::deviation));
        add("median", 1, args -> new Quantile(args.getFirst(), row -> 50.0));
        add("pct", 2, args -> new Quantile(args.get(0), args.get(1)));
        add("min", 1, args -> new Extreme(args.getFirst(), -1));
        add("max", 1, args -> new Extreme(args.getFirst(), 1));
        add("earliest", 1, args -> new AtTime(args.getFirst(), -1));
        add("latest", 1, args -> new AtTime(args.getFirst(), 1));
        add("sortsfirst", 1, args -> new Extreme(args.getFirst(), -1));
        add("sortslast", 1, args -> new Extreme(args.getFirst(), 1));
    }

    private Aggregates() {
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static boolean has(String name) {
        return ALL.containsKey(name.toLowerCase(Locale.ROOT));
    }

    static Supplier<Accumulator> of(Token name, List<Expression> arguments) {
        String word = name.text().toLowerCase(Locale.ROOT);
        int wanted = ARGUMENTS.get(word);
        List<Expression> given = word.equals("count") && arguments.isEmpty()
                ? List.of(Expression.constant(1.0))
                : arguments;
        if (given.size() != wanted) {
            throw new InsightsException(name.position(),
                    word + " takes " + wanted + (wanted == 1 ? " value" : " values") + ", not " + given.size());
        }
        return () -> ALL.get(word).apply(given);
    }

    private static void add(String name, int arguments, Function<List<Expression>, Accumulator> maker) {
        ALL.put(name, maker);
        ARGUMENTS.put(name, arguments);
    }

    /** Counts that one value is kept in the place of another. */
    private static void replace(Object before, Object after) {
        WorkLimit.current().keep((after instanceof String text ? WorkLimit.size(text) : 0)
                - (before instanceof String text ? WorkLimit.size(text) : 0));
    }

    private static final class Count implements Accumulator {

        private final Expression of;
        private long count;

        private Count(Expression of) {
            this.of = of;
        }

        @Override
        public void add(Row row) {
            count += of.of(row) == null ? 0 : 1;
        }

        @Override
        public Object result() {
            return (double) count;
        }
    }

    private static final class Distinct implements Accumulator {

        private final Expression of;
        private final Set<String> seen = new HashSet<>();

        private Distinct(Expression of) {
            this.of = of;
        }

        @Override
        public void add(Row row) {
            Object value = of.of(row);
            if (value != null && seen.add(Values.text(value))) {
                WorkLimit.current().keep(Values.text(value));
            }
        }

        @Override
        public Object result() {
            return (double) seen.size();
        }
    }

    private static final class Numbers implements Accumulator {

        private final Expression of;
        private final Function<Numbers, Double> result;
        private long count;
        private double sum;
        private double mean;
        private double squares;

        private Numbers(Expression of, Function<Numbers, Double> result) {
            this.of = of;
            this.result = result;
        }

        @Override
        public void add(Row row) {
            OptionalDouble value = Values.number(of.of(row));
            if (value.isPresent()) {
                count++;
                sum += value.getAsDouble();
                double off = value.getAsDouble() - mean;
                mean += off / count;
                squares += off * (value.getAsDouble() - mean);
            }
        }

        @Override
        public Object result() {
            return count == 0 ? null : (Object) result.apply(this);
        }

        private double sum() {
            return sum;
        }

        private double average() {
            return sum / count;
        }

        private double deviation() {
            return Math.sqrt(squares / count);
        }
    }

    private static final class Extreme implements Accumulator {

        private final Expression of;
        private final int direction;
        private Object best;

        private Extreme(Expression of, int direction) {
            this.of = of;
            this.direction = direction;
        }

        @Override
        public void add(Row row) {
            Object value = of.of(row);
            if (value != null && (best == null || Values.compare(value, best) * direction > 0)) {
                replace(best, value);
                best = value;
            }
        }

        @Override
        public Object result() {
            return best;
        }
    }

    private static final class AtTime implements Accumulator {

        private final Expression of;
        private final int direction;
        private double when;
        private Object value;

        private AtTime(Expression of, int direction) {
            this.of = of;
            this.direction = direction;
        }

        @Override
        public void add(Row row) {
            Object candidate = of.of(row);
            OptionalDouble time = Values.number(row.get("@timestamp"));
            if (candidate != null && time.isPresent()
                    && (value == null || Double.compare(time.getAsDouble(), when) * direction > 0)) {
                replace(value, candidate);
                value = candidate;
                when = time.getAsDouble();
            }
        }

        @Override
        public Object result() {
            return value;
        }
    }
}
