// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.ArrayList;
import java.util.List;

/** Builds the tree of an expression by precedence climbing. */
final class Parser {

    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens;

    private int next;

    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Node node = parser.expression(0);
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected("an operator or the end");
        }
        return node;
    }

    private Node expression(int weakest) {
        if (++depth > MAX_DEPTH) {
            throw new MathException(peek().position(), "An expression nests at most " + MAX_DEPTH + " levels");
        }
        Node left = operand();
        for (var operator = Operator.of(peek()); operator.isPresent()
                && operator.get().precedence() >= weakest; operator = Operator.of(peek())) {
            int position = take().position();
            int tighter = operator.get().precedence() + (operator.get().bindsRight() ? 0 : 1);
            left = new Node.Binary(operator.get(), left, expression(tighter), position);
        }
        depth--;
        return left;
    }

    private Node operand() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Node.NumberLiteral(number(token), token.position());
            case STRING -> new Node.Text(token.text(), token.position());
            case ID -> new Node.Reference(token.text(), token.position());
            case NAME -> peek().is("(") ? call(token) : keyword(token);
            case SYMBOL -> symbol(token);
            case END -> throw back("a metric, a number, a function or '('");
        };
    }

    private Node symbol(Token token) {
        return switch (token.text()) {
            case "-" -> new Node.Negation(expression(Operator.NEGATION), token.position());
            case "(" -> {
                Node inner = expression(0);
                expect(")");
                yield inner;
            }
            case "[" -> new Node.ArrayLiteral(list("]"), token.position());
            default -> throw back("a metric, a number, a function or '('");
        };
    }

    private Node call(Token name) {
        FunctionSpec spec = Functions.find(name);
        take();
        List<Node> arguments = peek().is(")") ? closed() : list(")");
        spec.checkCount(arguments.size(), name.position());
        return new Node.Call(name.text(), spec.function(), arguments, name.position());
    }

    private Node keyword(Token token) {
        if (Functions.isKeyword(token.text())) {
            return new Node.Keyword(token.text(), token.position());
        }
        Functions.find(token);
        throw new MathException(token.position(),
                token.text() + " is a function and needs its arguments in parentheses");
    }

    private List<Node> closed() {
        take();
        return List.of();
    }

    private List<Node> list(String end) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(expression(0));
        while (peek().is(",")) {
            take();
            nodes.add(expression(0));
        }
        expect(end);
        return List.copyOf(nodes);
    }

    private static double number(Token token) {
        double value = Double.parseDouble(token.text());
        if (!Double.isFinite(value)) {
            throw new MathException(token.position(), token.text() + " is too large a number");
        }
        return value;
    }

    private void expect(String symbol) {
        if (!peek().is(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        take();
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private MathException back(String expected) {
        next--;
        return unexpected(expected);
    }

    private MathException unexpected(String expected) {
        Token token = peek();
        String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
        return new MathException(token.position(), "Expected " + expected + " instead of " + found);
    }
}
