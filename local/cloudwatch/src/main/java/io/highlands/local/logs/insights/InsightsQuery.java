// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query in the Logs Insights language.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html">CloudWatch Logs Insights
 *      query syntax</a>
 */
public final class InsightsQuery {

    /** Most rows of an answer (API_StartQuery). */
    public static final int MAX_ROWS = 10_000;

    /** Longest query in characters (API_StartQuery). */
    private static final int MAX_LENGTH = 10_000;

    /** Most commands: each hands its rows to the next on the stack. */
    private static final int MAX_COMMANDS = 100;

    private final List<String> sources;
    private final List<Command> commands;
    private final List<String> columns;
    private final Grouping grouping;

    private InsightsQuery(List<String> sources, List<Command> commands, Grouping grouping) {
        this.sources = sources;
        this.commands = commands;
        this.columns = columns(commands);
        this.grouping = grouping.within(columns);
    }

    /**
     * Reads a query.
     *
     * @param text the query
     * @return the query, ready to run
     * @throws InsightsException when it cannot be read; the message names the command, the function or the character
     */
    public static InsightsQuery parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InsightsException(MAX_LENGTH,
                    "A query has at most " + MAX_LENGTH + " characters, not " + text.length());
        }
        Scanner scanner = new Scanner(text);
        CommandParser parser = new CommandParser(scanner);
        List<String> sources = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        do {
            if (scanner.take("SOURCE")) {
                sources.addAll(sources(scanner));
            } else if (scanner.peek().kind() != Token.Kind.END || commands.isEmpty() && sources.isEmpty()) {
                if (commands.size() == MAX_COMMANDS) {
                    throw new InsightsException(scanner.here(), "A query has at most " + MAX_COMMANDS + " commands");
                }
                commands.add(parser.command());
            }
        } while (scanner.take("|"));
        Token rest = scanner.peek();
        if (rest.kind() != Token.Kind.END) {
            throw new InsightsException(rest.position(), "Expected | or the end, not " + rest);
        }
        return new InsightsQuery(List.copyOf(sources), List.copyOf(commands), new Grouping(parser.groupNames(),
                Optional.ofNullable(parser.timeField()), (int) (parser.bin() / 1_000)));
    }

    private static List<String> sources(Scanner scanner) {
        List<String> names = new ArrayList<>();
        do {
            Token name = scanner.next();
            if (name.kind() != Token.Kind.STRING) {
                throw new InsightsException(name.position(), "SOURCE takes the name of a log group in quotes, not "
                        + name);
            }
            names.add(name.text());
        } while (scanner.take(","));
        return names;
    }

    /**
     * The log groups that the query names.
     *
     * @return names after {@code SOURCE}, none where it has none
     */
    public List<String> sources() {
        return sources;
    }

    /**
     * The names of the answer's columns.
     *
     * @return the columns in order
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Begins to answer the query.
     *
     * @param limit most rows where the query says nothing of it
     * @return what takes the events, newest first
     */
    public InsightsRun run(int limit) {
        boolean limited = commands.stream().anyMatch(command -> command.word().equals("limit"));
        List<Stage> stages = new ArrayList<>();
        commands.forEach(command -> stages.add(command.stage().get()));
        stages.add(new LimitStage(limited ? MAX_ROWS : Math.min(limit, MAX_ROWS)));
        return new InsightsRun(columns, grouping, stages, filtersAtTheStart());
    }

    private int filtersAtTheStart() {
        int last = 0;
        for (int i = 0; i < commands.size(); i++) {
            String word = commands.get(i).word();
            if (word.equals("filter")) {
                last = i + 1;
            } else if (!word.equals("fields") && !word.equals("parse")) {
                break;
            }
        }
        return last;
    }

    private static List<String> columns(List<Command> commands) {
        Set<String> named = new LinkedHashSet<>();
        Set<String> beside = new LinkedHashSet<>();
        for (Command command : commands) {
            switch (command.shows()) {
                case MORE -> named.addAll(command.columns());
                case BESIDE -> beside.addAll(command.columns());
                case ONLY -> {
                    named.clear();
                    named.addAll(command.columns());
                }
                case SAME -> {
                }
            }
        }
        if (!named.isEmpty()) {
            return List.copyOf(named);
        }
        Set<String> usual = new LinkedHashSet<>(List.of("@timestamp", "@message"));
        usual.addAll(beside);
        return List.copyOf(usual);
    }
}
