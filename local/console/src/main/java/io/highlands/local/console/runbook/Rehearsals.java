// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.Optional;

/** Starts rehearsals of runbooks, one at a time, and knows how they went. */
public interface Rehearsals {

    /**
     * Begins to rehearse a page.
     *
     * @param kind the page's name
     * @throws IllegalArgumentException in one line, while another one runs
     */
    void start(String kind);

    /**
     * The rehearsal that was started last.
     *
     * @return how it goes or went
     */
    Optional<RehearsalRun> latest();

    /**
     * What a rehearsal of a page reported, whichever way it was started.
     *
     * @param kind the page's name
     * @return a whole HTML page, if there is one
     */
    Optional<byte[]> report(String kind);
}
