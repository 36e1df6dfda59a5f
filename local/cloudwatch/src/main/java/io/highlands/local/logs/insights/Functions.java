// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The functions of one row.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">Supported
 *      operations and functions</a>
 */
final class Functions {

    /** Longest text that a function makes: four times the longest log event. */
    private static final int MAX_TEXT = 1 << 20;

    private static final Map<String, Spec> ALL = new TreeMap<>();

    static {
        add("abs", 1, 1, number(Math::abs));
        add("ceil", 1, 1, number(Math::ceil));
        add("floor", 1, 1, number(Math::floor));
        add("log", 1, 1, number(Math::log));
        add("sqrt", 1, 1, number(Math::sqrt));
        add("greatest", 2, 20, fold(Math::max));
        add("least", 2, 20, fold(Math::min));
        add("isempty", 1, 1, args -> args[0] == null || Values.text(args[0]).isEmpty());
        add("isblank", 1, 1, args -> args[0] == null || Values.text(args[0]).isBlank());
        add("ispresent", 1, 1, args -> args[0] != null);
        add("coalesce", 1, 20, Functions::coalesce);
        add("strlen", 1, 1, args -> (double) Values.text(args[0]).length());
        add("toupper", 1, 1, text(s -> s.toUpperCase(Locale.ROOT)));
        add("tolower", 1, 1, text(s -> s.toLowerCase(Locale.ROOT)));
        add("trim", 1, 2, args -> trim(args, true, true));
        add("ltrim", 1, 2, args -> trim(args, true, false));
        add("rtrim", 1, 2, args -> trim(args, false, true));
        add("concat", 1, 20, Functions::concat);
        add("substr", 2, 3, Functions::substr);
        add("replace", 3, 3, args -> replace(Values.text(args[0]), Values.text(args[1]), Values.text(args[2])));
        add("strcontains", 2, 2, args -> Values.text(args[0]).contains(Values.text(args[1])) ? 1.0 : 0.0);
        add("datefloor", 2, 2, args -> floor(args[0], args[1], false));
        add("dateceil", 2, 2, args -> floor(args[0], args[1], true));
        add("tomillis", 1, 1, number(value -> value));
        add("frommillis", 1, 1, args -> moment(args[0]));
        addAll(IpFunctions.VALID, 1);
        addAll(IpFunctions.IN_SUBNET, 2);
    }

    private Functions() {
    }

    /** Adds functions that are written elsewhere. */
    private static void addAll(Map<String, Function<Object[], Object>> functions, int arguments) {
        functions.forEach((name, body) -> add(name, arguments, arguments, body));
    }

    static Expression call(Token name, List<Expression> arguments) {
        Spec spec = ALL.get(name.text().toLowerCase(Locale.ROOT));
        if (spec == null) {
            throw new InsightsException(name.position(), "The function '" + name.text()
                    + "' is not served here; served: " + String.join(", ", ALL.keySet()) + ", bin, and in stats "
                    + String.join(", ", Aggregates.names()));
        }
        if (arguments.size() < spec.least || arguments.size() > spec.most) {
            throw new InsightsException(name.position(), name.text() + " takes "
                    + (spec.least == spec.most ? spec.least : spec.least + " to " + spec.most) + " values, not "
                    + arguments.size());
        }
        return row -> {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).of(row);
            }
            return spec.body.apply(values);
        };
    }

    private static void add(String name, int least, int most, Function<Object[], Object> body) {
        ALL.put(name, new Spec(least, most, body));
    }

    private static Function<Object[], Object> number(DoubleUnaryOperator operator) {
        return args -> {
            OptionalDouble value = Values.number(args[0]);
            return value.isEmpty() ? null : (Object) operator.applyAsDouble(value.getAsDouble());
        };
    }

    private static Function<Object[], Object> fold(DoubleBinaryOperator operator) {
        return args -> {
            Double folded = null;
            for (Object arg : args) {
                OptionalDouble value = Values.number(arg);
                if (value.isPresent()) {
                    folded = folded == null
                            ? value.getAsDouble()
                            : operator.applyAsDouble(folded, value.getAsDouble());
                }
            }
            return folded;
        };
    }

    private static Function<Object[], Object> text(Function<String, String> change) {
        return args -> args[0] == null ? null : change.apply(Values.text(args[0]));
    }

    /** Removes white space, or the characters of the second argument, on one side or both. */
    private static Object trim(Object[] args, boolean left, boolean right) {
        if (args[0] == null) {
            return null;
        }
        String text = Values.text(args[0]);
        String removed = args.length == 2 ? Values.text(args[1]) : null;
        IntPredicate goes = removed == null ? Character::isWhitespace : c -> removed.indexOf(c) >= 0;
        int from = 0;
        int until = text.length();
        while (left && from < until && goes.test(text.charAt(from))) {
            from++;
        }
        while (right && until > from && goes.test(text.charAt(until - 1))) {
            until--;
        }
        return text.substring(from, until);
    }

    private static Object coalesce(Object[] args) {
        for (Object arg : args) {
            if (arg != null) {
                return arg;
            }
        }
        return null;
    }

    private static Object concat(Object[] args) {
        StringBuilder joined = new StringBuilder();
        for (Object arg : args) {
            joined.append(Values.text(arg));
            requireShort(joined.length());
        }
        return joined.toString();
    }

    private static Object replace(String text, String wanted, String other) {
        long times = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + Math.max(1, wanted.length()))) {
            times++;
            requireShort(text.length() + times * (other.length() - wanted.length()));
            if (at == text.length()) {
                break;
            }
        }
        return text.replace(wanted, other);
    }

    /** A function applied to its own result makes texts of any length. */
    private static void requireShort(long characters) {
        if (characters > MAX_TEXT) {
            throw new InsightsException(0, "A function makes a text of more than " + MAX_TEXT + " characters");
        }
    }

    private static Object substr(Object[] args) {
        String text = Values.text(args[0]);
        int from = (int) Math.clamp(Values.number(args[1]).orElse(0), 0, text.length());
        double length = args.length == 3 ? Values.number(args[2]).orElse(0) : text.length();
        return text.substring(from, (int) Math.clamp(from + length, from, text.length()));
    }

    private static Object floor(Object time, Object period, boolean up) {
        Moment moment = moment(time);
        long length = (long) Values.number(period).orElse(0);
        if (moment == null || length <= 0) {
            return null;
        }
        Moment floor = moment.floor(length);
        return up && floor.millis() < moment.millis() ? new Moment(floor.millis() + length) : floor;
    }

    private static Moment moment(Object value) {
        OptionalDouble millis = Values.number(value);
        return millis.isEmpty() ? null : new Moment((long) millis.getAsDouble());
    }

    private record Spec(int least, int most, Function<Object[], Object> body) {}
}
