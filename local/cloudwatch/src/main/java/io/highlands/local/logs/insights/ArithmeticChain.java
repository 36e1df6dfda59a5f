// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Operands with operators of the same binding between them, computed from left to right in a loop, however many there are. */
final class ArithmeticChain implements Expression {

    private final Expression first;
    private final List<Step> steps;

    private ArithmeticChain(Expression first, List<Step> steps) {
        this.first = first;
        this.steps = List.copyOf(steps);
    }

    private record Step(DoubleBinaryOperator operator, Expression operand) {}

    /** Two operands and the operator between them. */
    static Expression of(Expression left, Expression right, DoubleBinaryOperator operator) {
        return new ArithmeticChain(left, List.of(new Step(operator, right)));
    }

    /**
     * Reads a chain.
     *
     * @param operand reads an operand
     * @param take takes an operator if it comes next
     * @param operators the operators by their symbols
     * @return the chain, or the only operand
     */
    static Expression read(Supplier<Expression> operand, Predicate<String> take,
            Map<String, DoubleBinaryOperator> operators) {
        Expression first = operand.get();
        List<Step> steps = new ArrayList<>();
        for (Optional<String> symbol = next(take, operators); symbol.isPresent(); symbol = next(take, operators)) {
            steps.add(new Step(operators.get(symbol.get()), operand.get()));
        }
        return steps.isEmpty() ? first : new ArithmeticChain(first, steps);
    }

    private static Optional<String> next(Predicate<String> take, Map<String, DoubleBinaryOperator> operators) {
        return operators.keySet().stream().filter(take).findFirst();
    }

    /** The result; null where an operand is no number or a result is none. */
    @Override
    public Object of(Row row) {
        OptionalDouble result = Values.number(first.of(row));
        for (Step step : steps) {
            OptionalDouble operand = Values.number(step.operand().of(row));
            if (result.isEmpty() || operand.isEmpty()) {
                return null;
            }
            double next = step.operator().applyAsDouble(result.getAsDouble(), operand.getAsDouble());
            if (!Double.isFinite(next)) {
                return null;
            }
            result = OptionalDouble.of(next);
        }
        return result.getAsDouble();
    }
}
