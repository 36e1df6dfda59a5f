// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.logs.bounds.LinearPattern;
import io.highlands.local.logs.bounds.PatternException;

/** Reads {@code parse}: a pattern with stars and names after {@code as}, or an expression with named groups. */
final class ParseReader {

    private final Scanner scanner;
    private final ExpressionParser expressions;

    ParseReader(Scanner scanner, ExpressionParser expressions) {
        this.scanner = scanner;
        this.expressions = expressions;
    }

    Command read() {
        Token first = scanner.peek();
        Expression from = row -> row.get("@message");
        if (first.kind() != Token.Kind.STRING && !first.is("/")) {
            from = field();
        }
        Token pattern = scanner.peek();
        if (pattern.is("/")) {
            LinearPattern expression = scanner.regularExpression();
            if (expression.groups().isEmpty()) {
                throw new InsightsException(pattern.position(), "The expression of parse names no group: (?<name>…)");
            }
            return command(from, expression, expression.groups());
        }
        if (pattern.kind() != Token.Kind.STRING) {
            throw new InsightsException(pattern.position(), "parse takes a pattern in quotes or an expression in "
                    + "slashes, not " + pattern);
        }
        return stars(from, scanner.next());
    }

    private Expression field() {
        Token field = scanner.next();
        if (field.kind() != Token.Kind.NAME && field.kind() != Token.Kind.QUOTED_NAME) {
            throw new InsightsException(field.position(), "parse takes a field or a pattern, not " + field);
        }
        return row -> row.get(field.text());
    }

    private Command stars(Expression from, Token pattern) {
        scanner.require("as");
        List<String> names = new ArrayList<>();
        do {
            names.add(scanner.next().text());
        } while (scanner.take(","));
        String[] parts = pattern.text().split("\\*", -1);
        if (parts.length - 1 != names.size()) {
            throw new InsightsException(pattern.position(), "The pattern has " + (parts.length - 1) + " stars and "
                    + names.size() + " names after as");
        }
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            expression.append(LinearPattern.quote(parts[i]));
            if (i < names.size()) {
                boolean last = i == names.size() - 1 && parts[i + 1].isEmpty();
                expression.append("(?<g").append(i).append(last ? ">.*)" : ">.*?)");
            }
        }
        try {
            return command(from, LinearPattern.overLines(expression.toString()), List.copyOf(names));
        } catch (PatternException e) {
            throw new InsightsException(pattern.position(), "The pattern of parse is not supported: " + e.getMessage());
        }
    }

    private static Command command(Expression from, LinearPattern expression, List<String> names) {
        return new Command("parse", names, Command.Shows.BESIDE, () -> (row, next) -> {
            Object text = from.of(row);
            Optional<String[]> found = text == null ? Optional.empty() : expression.find(Values.text(text));
            found.ifPresent(values -> {
                for (int i = 0; i < names.size(); i++) {
                    row.set(names.get(i), values[i]);
                }
            });
            next.accept(row);
        });
    }
}
