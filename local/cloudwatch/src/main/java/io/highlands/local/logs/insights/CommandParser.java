// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the commands of a query. */
final class CommandParser {

    private static final int MAX_SORTED = 10_000;

    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private final Scanner scanner;
    private final ExpressionParser expressions;

    /** Whether rows still come newest first, as they are read. */
    private boolean newestFirst = true;

    private List<String> groups = List.of();
    private String timeField;
    private long bin;

    CommandParser(Scanner scanner) {
        this.scanner = scanner;
        this.expressions = new ExpressionParser(scanner);
        readers.put("fields", this::fields);
        readers.put("filter", word -> filter());
        readers.put("parse", word -> new ParseReader(scanner, expressions).read());
        readers.put("stats", word -> stats());
        readers.put("sort", word -> sort());
        readers.put("limit", word -> limit());
        readers.put("head", word -> limit());
        readers.put("display", this::fields);
        readers.put("dedup", word -> dedup());
    }

    /** The columns by which the last {@code stats} gathers. */
    List<String> groupNames() {
        return groups;
    }

    /** The column of the periods' starts where {@code stats} groups by {@code bin}, null otherwise. */
    String timeField() {
        return timeField;
    }

    /** The length of those periods in milliseconds. */
    long bin() {
        return bin;
    }

    Command command() {
        Token word = scanner.next();
        Reader reader = word.kind() == Token.Kind.NAME ? readers.get(word.text().toLowerCase(Locale.ROOT)) : null;
        if (reader == null) {
            throw new InsightsException(word.position(), "The command " + word + " is not served here; served: "
                    + String.join(", ", readers.keySet()) + ", SOURCE");
        }
        return reader.read(word.text().toLowerCase(Locale.ROOT));
    }

    private Command fields(String word) {
        List<Column> columns = columns();
        return new Command(word, names(columns), word.equals("display") ? Command.Shows.ONLY : Command.Shows.MORE,
                () -> (row, next) -> {
                    columns.forEach(column -> row.set(column.name(), column.expression().of(row)));
                    next.accept(row);
                });
    }

    private Command filter() {
        Expression condition = expressions.expression();
        return Command.of("filter", () -> (row, next) -> {
            if (Values.truth(condition.of(row))) {
                next.accept(row);
            }
        });
    }

    private Command stats() {
        newestFirst = false;
        List<Supplier<Accumulator>> aggregates = new ArrayList<>();
        List<Column> results = new ArrayList<>();
        do {
            int from = scanner.here();
            Expression expression = expressions.aggregated(aggregates, names(results));
            results.add(named(from, expression));
        } while (scanner.take(","));
        timeField = null;
        List<Column> by = scanner.take("by") ? groups() : List.of();
        groups = names(by);
        List<String> names = new ArrayList<>(names(by));
        names.addAll(names(results));
        return new Command("stats", names, Command.Shows.ONLY, () -> new StatsStage(aggregates, results, by));
    }

    private List<Column> groups() {
        List<Column> by = new ArrayList<>();
        do {
            int from = scanner.here();
            Expression expression = expressions.expression();
            long length = expressions.bin();
            Column column = named(from, expression);
            by.add(column);
            if (length > 0) {
                bin = length;
                timeField = column.name();
            }
        } while (scanner.take(","));
        return by;
    }

    /** The word {@code by} may stand before the fields, as in AWS's sample queries. */
    private Command sort() {
        scanner.take("by");
        int from = scanner.here();
        Comparator<Row> order = null;
        do {
            Expression expression = expressions.expression();
            boolean down = scanner.take("desc");
            if (!down) {
                scanner.take("asc");
            }
            Comparator<Row> next = (a, b) -> compare(expression.of(a), expression.of(b), down);
            order = order == null ? next : order.thenComparing(next);
        } while (scanner.take(","));
        boolean asRead = newestFirst && scanner.wordsSince(from).equalsIgnoreCase("@timestamp desc");
        newestFirst = asRead;
        Comparator<Row> whole = order;
        if (asRead) {
            return Command.of("sort", () -> (row, next) -> next.accept(row));
        }
        return Command.of("sort", () -> new SortStage(whole, MAX_SORTED));
    }

    private static int compare(Object left, Object right, boolean down) {
        boolean both = left != null && right != null;
        return down && both ? Values.compare(right, left) : Values.compare(left, right);
    }

    private Command limit() {
        Token number = scanner.next();
        if (number.kind() != Token.Kind.NUMBER || !number.text().matches("[1-9]\\d{0,4}")
                || Integer.parseInt(number.text()) > MAX_SORTED) {
            throw new InsightsException(number.position(), "limit takes a number from 1 to 10000, not " + number);
        }
        int most = Integer.parseInt(number.text());
        return Command.of("limit", () -> new LimitStage(most));
    }

    private Command dedup() {
        List<Column> columns = columns();
        return Command.of("dedup", () -> new DedupStage(columns));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        do {
            int from = scanner.here();
            columns.add(named(from, expressions.expression()));
        } while (scanner.take(","));
        return columns;
    }

    private Column named(int from, Expression expression) {
        String words = scanner.wordsSince(from);
        if (!scanner.take("as")) {
            return new Column(words.startsWith("`") ? words.replace("`", "") : words, expression);
        }
        Token alias = scanner.next();
        if (alias.kind() != Token.Kind.NAME && alias.kind() != Token.Kind.QUOTED_NAME) {
            throw new InsightsException(alias.position(), "as takes a name, not " + alias);
        }
        return new Column(alias.text(), expression);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.toList());
    }

    /** Reads one command, whose first word has been read. */
    private interface Reader {

        Command read(String word);
    }
}
