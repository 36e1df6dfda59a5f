// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import io.highlands.local.logs.bounds.LinearPattern;

/** Reads expressions: or, and, not, comparisons, arithmetic, functions, fields and values, in rising order of binding. */
final class ExpressionParser {

    /** Most levels: parentheses, arguments, signs and powers. Each takes stack, here and for each event. */
    private static final int MAX_DEPTH = 100;

    private final Scanner scanner;

    private int depth;

    /** Filled inside {@code stats}, null elsewhere. */
    private List<Supplier<Accumulator>> aggregates;

    /** The columns before it in the same {@code stats}, which an expression over aggregates may use. */
    private List<String> aliases = List.of();

    private boolean insideAggregate;

    private long bin;

    ExpressionParser(Scanner scanner) {
        this.scanner = scanner;
    }

    /** Reads an expression of one row. */
    Expression expression() {
        aggregates = null;
        bin = 0;
        return or();
    }

    /** Reads an expression over aggregates, which are added to the list; {@link #aggregate} reads their values. */
    Expression aggregated(List<Supplier<Accumulator>> found, List<String> before) {
        aggregates = found;
        aliases = before;
        Expression expression = or();
        aggregates = null;
        return expression;
    }

    /** The length in milliseconds of the {@code bin} in the expression read last, 0 without one. */
    long bin() {
        return bin;
    }

    /** The name under which a group's row keeps the value of an aggregate. */
    static String aggregate(int index) {
        return "\0" + index;
    }

    private Expression or() {
        return within(() -> {
            List<Expression> parts = chain("or", this::and);
            return parts.size() == 1
                    ? parts.getFirst()
                    : row -> parts.stream().anyMatch(part -> Values.truth(part.of(row)));
        });
    }

    private Expression and() {
        List<Expression> parts = chain("and", this::not);
        return parts.size() == 1
                ? parts.getFirst()
                : row -> parts.stream().allMatch(part -> Values.truth(part.of(row)));
    }

    /** Parts beside each other, however many, are one level. */
    private List<Expression> chain(String word, Supplier<Expression> part) {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (scanner.take(word));
        return parts;
    }

    /** Reads what is one level deeper. */
    private Expression within(Supplier<Expression> inner) {
        if (++depth > MAX_DEPTH) {
            throw new InsightsException(scanner.here(), "An expression nests at most " + MAX_DEPTH + " levels");
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private Expression not() {
        boolean negated = false;
        while (scanner.take("not")) {
            negated = !negated;
        }
        Expression inner = comparison();
        return negated ? row -> !Values.truth(inner.of(row)) : inner;
    }

    private Expression comparison() {
        Expression left = additive();
        Token operator = scanner.peek();
        if (scanner.take("not")) {
            Expression positive = scanner.take("like") ? like(left) : in(left);
            return row -> !Values.truth(positive.of(row));
        }
        if (scanner.take("like") || scanner.take("=~")) {
            return like(left);
        }
        if (operator.is("in")) {
            return in(left);
        }
        return switch (operator.kind() == Token.Kind.SYMBOL ? operator.text() : "") {
            case "=" -> compared(left, (a, b) -> Values.same(a, b));
            case "!=" -> compared(left, (a, b) -> !Values.same(a, b));
            case "<" -> compared(left, (a, b) -> a != null && b != null && Values.compare(a, b) < 0);
            case "<=" -> compared(left, (a, b) -> a != null && b != null && Values.compare(a, b) <= 0);
            case ">" -> compared(left, (a, b) -> a != null && b != null && Values.compare(a, b) > 0);
            case ">=" -> compared(left, (a, b) -> a != null && b != null && Values.compare(a, b) >= 0);
            default -> left;
        };
    }

    private Expression compared(Expression left, BiPredicate<Object, Object> test) {
        scanner.next();
        Expression right = additive();
        return row -> test.test(left.of(row), right.of(row));
    }

    private Expression like(Expression left) {
        Token wanted = scanner.peek();
        if (wanted.is("/")) {
            LinearPattern expression = scanner.regularExpression();
            return row -> left.of(row) instanceof Object value && expression.finds(Values.text(value));
        }
        if (wanted.kind() != Token.Kind.STRING) {
            throw new InsightsException(wanted.position(), "like takes a text in quotes or an expression in slashes, "
                    + "not " + wanted);
        }
        scanner.next();
        return row -> left.of(row) instanceof Object value && Values.text(value).contains(wanted.text());
    }

    private Expression in(Expression left) {
        scanner.require("in");
        scanner.require("[");
        List<Expression> values = list("]");
        return row -> {
            Object value = left.of(row);
            return values.stream().anyMatch(candidate -> Values.same(value, candidate.of(row)));
        };
    }

    private Expression additive() {
        return ArithmeticChain.read(this::multiplicative, scanner::take,
                Map.of("+", Double::sum, "-", (a, b) -> a - b));
    }

    private Expression multiplicative() {
        return ArithmeticChain.read(this::power, scanner::take,
                Map.of("*", (a, b) -> a * b, "/", (a, b) -> a / b, "%", (a, b) -> a % b));
    }

    private Expression power() {
        Expression left = unary();
        return scanner.take("^") ? ArithmeticChain.of(left, within(this::power), Math::pow) : left;
    }

    private Expression unary() {
        if (scanner.take("-")) {
            return ArithmeticChain.of(Expression.constant(0.0), within(this::unary), (a, b) -> a - b);
        }
        return primary();
    }

    private Expression primary() {
        Token token = scanner.next();
        return switch (token.kind()) {
            case NUMBER -> Expression.constant(Double.parseDouble(token.text()));
            case DURATION -> Expression.constant((double) Lengths.millis(token));
            case STRING -> Expression.constant(token.text());
            case QUOTED_NAME -> field(token);
            case NAME -> scanner.peek().is("(") ? call(token) : named(token);
            case SYMBOL, END -> bracketed(token);
        };
    }

    private Expression bracketed(Token token) {
        if (!token.is("(")) {
            throw new InsightsException(token.position(), "Expected a field, a value or a function, not " + token);
        }
        Expression inner = or();
        scanner.require(")");
        return inner;
    }

    private Expression named(Token token) {
        return switch (token.text()) {
            case "true" -> Expression.constant(true);
            case "false" -> Expression.constant(false);
            default -> field(token);
        };
    }

    private Expression field(Token token) {
        if (aggregates != null && !insideAggregate && !aliases.contains(token.text())) {
            throw new InsightsException(token.position(), "stats takes functions of many events, such as avg("
                    + token.text() + "), and not the field '" + token.text() + "' itself");
        }
        return row -> row.get(token.text());
    }

    private Expression call(Token name) {
        scanner.require("(");
        String word = name.text().toLowerCase(Locale.ROOT);
        if (Aggregates.has(word)) {
            return aggregateCall(name);
        }
        List<Expression> arguments = list(")");
        if (word.equals("bin")) {
            return bin(name, arguments);
        }
        return Functions.call(name, arguments);
    }

    private Expression aggregateCall(Token name) {
        if (aggregates == null || insideAggregate) {
            throw new InsightsException(name.position(), "'" + name.text() + "' is for many events, and only stats "
                    + "has those; one function of many events takes no other");
        }
        insideAggregate = true;
        List<Expression> arguments;
        if (scanner.take("*")) {
            arguments = List.of(Expression.constant(1.0));
            scanner.require(")");
        } else {
            arguments = list(")");
        }
        insideAggregate = false;
        aggregates.add(Aggregates.of(name, arguments));
        String key = aggregate(aggregates.size() - 1);
        return row -> row.get(key);
    }

    private Expression bin(Token name, List<Expression> arguments) {
        if (arguments.size() != 1 || !(arguments.getFirst().of(Row.withoutEvent()) instanceof Double length)
                || length < 1) {
            throw new InsightsException(name.position(), "bin takes one length of time, such as bin(5m)");
        }
        bin = length.longValue();
        long period = bin;
        return row -> Values.number(row.get("@timestamp")).stream()
                .mapToObj(millis -> new Moment((long) millis).floor(period)).findFirst().orElse(null);
    }

    private List<Expression> list(String end) {
        List<Expression> found = new ArrayList<>();
        if (scanner.take(end)) {
            return found;
        }
        do {
            found.add(or());
        } while (scanner.take(","));
        scanner.require(end);
        return found;
    }
}
