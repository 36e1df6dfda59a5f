// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.net.URI;

/** The load that {@code highlands up} keeps going beside whatever else is asked; its rate can be changed. */
public final class BackgroundLoad implements AutoCloseable {

    private final URI base;

    private SteadyLoad running;

    private LoadCounts earlier = new LoadCounts(0, 0, 0, 0);

    private boolean closed;

    /**
     * A load that does not run yet.
     *
     * @param base where the load balancer listens
     */
    public BackgroundLoad(URI base) {
        this.base = base;
    }

    /**
     * Runs at this rate from now on.
     *
     * @param perSecond requests a second; 0 is none
     */
    public synchronized void set(double perSecond) {
        stop();
        if (perSecond > 0 && !closed) {
            running = SteadyLoad.start(LoadPlan.ofUsers(base, perSecond), answer -> {});
        }
    }

    /** Requests a second; 0 when it does not run. */
    public synchronized double perSecond() {
        return running == null ? 0 : running.perSecond();
    }

    /** What it did since it was made, at whatever rates. */
    public synchronized LoadCounts counts() {
        return running == null ? earlier : earlier.plus(running.counts());
    }

    private void stop() {
        if (running != null) {
            running.close();
            earlier = earlier.plus(running.counts());
            running = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
