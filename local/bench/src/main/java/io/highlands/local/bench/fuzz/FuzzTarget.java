// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** What takes generated inputs: a parser, or a server. */
interface FuzzTarget extends AutoCloseable {

    /**
     * One input, the same for the same random numbers.
     *
     * @param random the only source of what is in it
     * @return the input
     */
    byte[] input(RandomGenerator random);

    /**
     * Gives the input to the parser or server.
     *
     * @param input the input
     * @return what its user is told: the message of an error, a response, or nothing
     * @throws Exception when it ends with anything but an error that its users are meant to see
     */
    String take(byte[] input) throws Exception;

    /** {@return the input as it is printed} */
    default String shown(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    @Override
    default void close() throws IOException {
    }
}
