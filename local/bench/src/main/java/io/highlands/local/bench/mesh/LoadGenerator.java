// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Sends requests as fast as they are answered. */
interface LoadGenerator {

    /** {@return its name, as the report shows it} */
    String name();

    /**
     * {@return what came of it}
     *
     * @param url what to ask for
     * @param connections how many connections ask, each one request at a time
     * @param duration for how long
     */
    Sample run(URI url, int connections, Duration duration) throws IOException, InterruptedException;

    /** {@return wrk where it is installed, or the one built in} */
    static LoadGenerator best() {
        return Wrk.find().<LoadGenerator>map(wrk -> wrk).orElseGet(SocketLoad::new);
    }
}
