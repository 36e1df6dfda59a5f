// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FuzzRunTest {

    /** A target whose inputs are random numbers. */
    private record Numbers(UnaryOperator<String> parser) implements FuzzTarget {

        @Override
        public byte[] input(RandomGenerator random) {
            return Integer.toString(random.nextInt(1_000)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String take(byte[] input) {
            return parser.apply(shown(input));
        }
    }

    private static FuzzRun run(UnaryOperator<String> parser, int from, int count) throws InterruptedException {
        try (LoggedErrors logged = new LoggedErrors()) {
            FuzzRun run = new FuzzRun("numbers", new Numbers(parser), 1, logged);
            run.run(from, count);
            return run;
        }
    }

    @Test
    void anExceptionIsAFailureWithItsIndexAndItsInputWhichComeAgainAlone() throws InterruptedException {
        UnaryOperator<String> parser = text -> {
            if (text.startsWith("7")) {
                throw new IllegalStateException("seven");
            }
            return "fine";
        };

        FuzzRun all = run(parser, 0, 500);

        assertThat(all.failed()).isPositive();
        FuzzRun.Failure first = all.failures().getFirst();
        assertThat(first.what()).startsWith("java.lang.IllegalStateException: seven");
        assertThat(first.input()).startsWith("7");
        assertThat(run(parser, first.index(), 1).failures()).first().extracting(FuzzRun.Failure::input)
                .isEqualTo(first.input());
    }

    @Test
    void anOverflowOfTheStackIsAFailure() throws InterruptedException {
        assertThat(run(FuzzRunTest::deeper, 0, 1).failed()).isOne();
    }

    private static String deeper(String text) {
        return deeper(text + "x") + "y";
    }

    @Test
    void whatIsLoggedWithAnExceptionIsAFailure() throws InterruptedException {
        FuzzRun run = run(text -> {
            System.getLogger("fuzz").log(System.Logger.Level.ERROR, "unexpected", new IllegalStateException("logged"));
            return "fine";
        }, 0, 1);

        assertThat(run.failures()).first().extracting(FuzzRun.Failure::what).asString()
                .startsWith("logged java.lang.IllegalStateException: logged");
    }
}
