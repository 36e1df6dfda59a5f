// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;

/** Who follows rehearsals while they run. */
public interface RehearsalListener {

    /**
     * A page's rehearsal begins.
     *
     * @param page the page's name
     */
    void begins(String page);

    /**
     * A phase goes on.
     *
     * @param phase what it is called
     * @param waitingFor what it waits for now
     * @param since how long it has lasted
     */
    void goesOn(String phase, String waitingFor, Duration since);

    /**
     * A phase has ended.
     *
     * @param phase what it is called
     * @param outcome what came of it, in words
     * @param took how long it lasted
     */
    void ended(String phase, String outcome, Duration took);

    /**
     * A page's rehearsal has ended.
     *
     * @param result what came of it
     */
    void ended(Result result);
}
